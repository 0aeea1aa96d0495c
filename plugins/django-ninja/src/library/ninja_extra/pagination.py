from ninja.pagination import paginate
