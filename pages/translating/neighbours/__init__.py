"""Lets Bosnian, Croatian, Montenegrin and Serbian in Latin script learn from each other."""
