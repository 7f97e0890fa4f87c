"""The interface and its own description: what is answered as a problem is also said to be one."""

from functools import lru_cache

from django.utils.translation import get_language
from ninja import NinjaAPI

from vaxel.accounts.api.problems import CONTENT_TYPE


class Interface(NinjaAPI):
    def get_openapi_schema(self, *, path_prefix=None, path_params=None):
        """Made once in each language, for it takes a second. Many read it: change nothing in it."""
        prefix = self.get_root_path(path_params or {}) if path_prefix is None else path_prefix
        return _described(self, prefix, get_language())


@lru_cache(maxsize=16)
def _described(api, prefix, language):
    schema = NinjaAPI.get_openapi_schema(api, path_prefix=prefix)
    for methods in schema["paths"].values():
        for one in methods.values():
            for status, said in one["responses"].items():
                if int(status) >= 400 and "content" in said:
                    said["content"] = {CONTENT_TYPE: next(iter(said["content"].values()))}
    return schema
