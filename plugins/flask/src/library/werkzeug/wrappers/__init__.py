from muster_flask import Request, Response

BaseResponse = Response
BaseRequest = Request
