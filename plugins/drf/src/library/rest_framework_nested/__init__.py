"""drf-nested-routers: routers below the objects of other routers."""
