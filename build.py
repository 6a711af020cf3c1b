"""The user's command: `python build.py` turns content/ into a website in _site/; --help lists the options."""

import sys

SETUP = "python3 -m venv .venv && .venv/bin/python -m pip install --quiet --require-hashes -r requirements/build.txt"
RUN = SETUP + " && .venv/bin/python build.py"
if sys.platform == "win32":
    RUN = 'cmd /c "' + RUN.replace("python3 -m", "py -m").replace(".venv/bin/", ".venv\\Scripts\\") + '"'

if sys.version_info < (3, 11):  # noqa: UP036 - whoever starts it with an older Python is to be told so
    sys.exit("build.py: needs Python 3.11 or newer, and this is Python " + sys.version.split()[0] + ".")

try:
    from timeline.command import main
except KeyboardInterrupt:
    sys.exit(130)
except ImportError as error:
    if (error.name or "").partition(".")[0] == "timeline":
        raise
    sys.exit("build.py: the package " + repr(error.name) + " is not installed here. Run:  " + RUN)

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
