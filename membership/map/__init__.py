"""The member map: committed geometry, projection of the cities, and the values of its SVG."""
