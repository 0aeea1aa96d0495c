from werkzeug.routing import AnyConverter, BaseConverter, FloatConverter, IntegerConverter, NumberConverter, PathConverter, UnicodeConverter, UUIDConverter, ValidationError
