"""The classes of URL patterns are natives: they remember where the repository declares them."""
