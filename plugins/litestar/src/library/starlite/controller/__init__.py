from litestar.controller import Controller
