from strawberry.fields import StrawberryField, field
