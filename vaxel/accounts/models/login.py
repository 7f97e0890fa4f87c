import uuid

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.crypto import salted_hmac


class UserManager(BaseUserManager):
    use_in_migrations = True

    def create_user(self, email, password=None, **fields):
        user = self.model(email=self.normalize_email(email).lower(), **fields)
        if password:
            user.set_password(password)
        else:
            user.set_unusable_password()
        user.save()
        return user

    def create_superuser(self, email, password=None, **fields):
        """Only what Django's own tests expect; Växel gives no right to a superuser: rights come from mandates."""
        return self.create_user(email, password, **fields)

    def get_by_natural_key(self, email):
        return self.get(email__iexact=email)


class User(AbstractBaseUser, PermissionsMixin):
    """A login and nothing more. What someone may do comes from mandates in the network, never from here."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    email = models.EmailField()
    is_active = models.BooleanField(default=True)
    is_example = models.BooleanField(default=False)
    language = models.CharField(max_length=2, default="sv")
    logins_ended = models.PositiveIntegerField(default=0)  # one more each time someone logs out everywhere
    created_at = models.DateTimeField(auto_now_add=True)

    USERNAME_FIELD = "email"
    objects = UserManager()

    class Meta:
        constraints = [models.UniqueConstraint(Lower("email"), name="one_login_per_address")]

    def __str__(self):
        return self.email

    def _get_session_auth_hash(self, secret=None):
        """Django's own, of the password, with our count of ended logins: raising it ends every session at once."""
        value = f"{self.password}:{self.logins_ended}"
        return salted_hmac("vaxel.accounts.session", value, secret=secret, algorithm="sha256").hexdigest()


class Invitation(models.Model):
    """A link by e-mail that opens a login once. Only the token's hash is kept."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="invitations")
    token_hash = models.CharField(max_length=64, unique=True)
    inviter = models.CharField(max_length=200, blank=True)  # as the invited reads it: name, title and body
    note = models.CharField(max_length=500, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)

    def is_open(self, at=None):
        return not (self.used_at or self.revoked_at) and (at or timezone.now()) < self.expires_at
