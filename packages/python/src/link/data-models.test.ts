import { expect, test } from "vitest";
import { inModule, linkSources } from "../test-support/link-sources.ts";

/** The models of one module, as `Name(table): column->what it refers to …`. */
async function modelsOf(code: string): Promise<string[]> {
  const { dataModels } = await linkSources({ "main.py": inModule(code) });
  return (dataModels ?? []).map((model) => `${model.name}${model.table ? `(${model.table})` : ""}: ${model.columns.map((column) => `${column.name}${column.references ? `->${column.references}` : ""}`).join(" ")}`);
}

test("SQLAlchemy's columns, mapped ones and those of mixins", async () => {
  const code = `
from sqlalchemy import Column, ForeignKey, Integer
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship
class Base(DeclarativeBase): pass
class Owned:
    owner_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
class Item(Owned, Base):
    __tablename__ = "items"
    id = Column(Integer, primary_key=True)
    owner: Mapped["User"] = relationship()
`;
  expect(await modelsOf(code)).toContain("main.Item(items): owner_id->users.id owner->User id");
});

test("an extension's model, whose base is made by a call", async () => {
  const code = `from flask_sqlalchemy import SQLAlchemy\ndb = SQLAlchemy()\nclass Item(db.Model):\n    id = db.Column(db.Integer, primary_key=True)\n    user_id = db.Column(db.Integer, db.ForeignKey("user.id"))\n`;
  expect(await modelsOf(code)).toEqual(["main.Item: id user_id->user.id"]);
});

test("SQLModel's fields", async () => {
  const code = `from sqlmodel import Field, SQLModel\nclass Item(SQLModel, table=True):\n    id: int = Field(primary_key=True)\n    owner_id: int = Field(foreign_key="user.id")\n`;
  expect(await modelsOf(code)).toEqual(["main.Item: id->int owner_id->user.id"]);
});

test("Django's relations, by class, by name and by setting", async () => {
  const code = `
from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import models
class Shop(models.Model):
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    admin = models.ForeignKey(get_user_model(), on_delete=models.CASCADE)
class Item(models.Model):
    shop = models.ForeignKey(Shop, on_delete=models.CASCADE)
    tag = models.ForeignKey("tags.Tag", on_delete=models.CASCADE)
`;
  expect(await modelsOf(code)).toEqual(["main.Item: shop->main.Shop tag->tags.Tag", "main.Shop: owner->django.conf.settings.AUTH_USER_MODEL admin->AUTH_USER_MODEL"]);
});

test("documents: Tortoise, Beanie and MongoEngine", async () => {
  const code = `
from beanie import Document, Link
from mongoengine import Document as MDocument, ReferenceField, ListField
from tortoise import fields
from tortoise.models import Model
class User(Model):
    name = fields.CharField(max_length=20)
class A(Model):
    owner = fields.ForeignKeyField("models.User")
class B(Document):
    owner: Link[User]
class C(MDocument):
    owners = ListField(ReferenceField("User"))
`;
  expect(await modelsOf(code)).toEqual(["main.A: owner->models.User", "main.B: owner->User", "main.C: owners->User", "main.User: name"]);
});

test("what is sent or set is no data model", async () => {
  const code = `from pydantic import BaseModel, Field\nclass Body(BaseModel):\n    owner_id: int = Field(default=0)\nclass Plain:\n    user_id = 1\n`;
  expect(await modelsOf(code)).toEqual([]);
});
