"""The interface and its own description: what is answered as a problem is also said to be one."""

from ninja import NinjaAPI

from vaxel.accounts.api.problems import CONTENT_TYPE


class Interface(NinjaAPI):
    def get_openapi_schema(self, **options):
        schema = super().get_openapi_schema(**options)
        for methods in schema["paths"].values():
            for one in methods.values():
                for status, said in one["responses"].items():
                    if int(status) >= 400 and "content" in said:
                        said["content"] = {CONTENT_TYPE: next(iter(said["content"].values()))}
        return schema
