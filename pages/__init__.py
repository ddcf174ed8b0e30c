"""What every page of the site shares: page types, blocks, languages; knows no other app."""
