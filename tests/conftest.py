"""What holds for every test: how long an example takes is the machine's affair, and no fault."""

from __future__ import annotations

import hypothesis

hypothesis.settings.register_profile("patient", deadline=None)
hypothesis.settings.load_profile("patient")
