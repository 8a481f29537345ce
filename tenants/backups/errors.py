"""What can be wrong with a backup, or with where it should go; each message says what to do."""


class BackupError(Exception):
    """The backup cannot be made, read or put back; nothing was changed."""


class DamagedError(BackupError):
    """The backup is not as it was written."""


class WrongKeyError(BackupError):
    """The backup is sealed, and under another key than ours."""


class WrongVersionError(BackupError):
    """The backup was made by a newer Baton or PostgreSQL than this one."""


class NotEmptyError(BackupError):
    """Something stands where the backup should go."""
