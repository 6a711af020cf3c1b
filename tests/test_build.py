"""`python build.py` as a user meets it: exit codes, messages, and a folder that is whole or untouched."""

from __future__ import annotations

import hashlib
import http.client
import os
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from timeline import work
from timeline.command import main

ROOT = Path(__file__).parents[1]
ARTICLE = (
    "---\ntitle: Bridge opens\ndate: 2022-01-28\n---\n\nThe bridge at Tarn Quay was opened by the mayor on Wednesday.\n"
)
LIVELY = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGINT to send to one process")


def build(where: Path, *arguments: str, env: Mapping[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    """Run the command in the folder `where`; whatever it prints must never be a traceback."""
    command = [sys.executable, str(ROOT / "build.py"), *arguments]
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8", **(env or {})}
    done = subprocess.run(
        command,
        cwd=where,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
        timeout=90,
    )
    assert "Traceback" not in done.stdout + done.stderr
    assert "A fault of the program" not in done.stderr
    return done


def digest(folder: Path) -> dict[str, str]:
    files = sorted(file for file in folder.rglob("*") if file.is_file())
    return {file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest() for file in files}


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A folder with one good document in content/."""
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "bridge.md").write_text(ARTICLE, encoding="utf-8")
    return tmp_path


def test_a_site_is_written_and_summed_up(home: Path) -> None:
    done = build(home)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Read 1 document, found 1 event." in done.stdout
    assert "The site lies in _site" in done.stdout
    assert (home / "_site" / "index.html").is_file()
    assert (home / "_site" / ".nojekyll").is_file()


def test_quiet_says_nothing(home: Path) -> None:
    done = build(home, "-q")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_verbose_names_each_document_with_its_date_and_evidence(home: Path) -> None:
    assert "bridge.md: 2022-01-28, " in build(home, "-v").stdout


def test_content_and_output_may_lie_elsewhere(home: Path) -> None:
    (home / "content").rename(home / "texts")
    assert build(home, "--content", "texts", "--output", "public/site").returncode == 0
    assert (home / "public" / "site" / "index.html").is_file()
    assert not (home / "_site").exists()


WRONG = [
    (["--colour"], "--help"),
    (["-q", "-v"], "not allowed with"),
    (["--jobs", "0"], "--jobs"),
    (["--jobs", "many"], "--jobs"),
    (["--serve", "70000"], "--serve"),
    (["--base-url", "example.org"], "--base-url must be a full address"),
    (["--content", "nowhere"], "nowhere: there is no such folder"),
    (["content"], "unrecognized arguments"),
]


@pytest.mark.parametrize(("arguments", "message"), WRONG)
def test_a_wrong_command_line_is_answered_in_one_line_and_with_2(
    home: Path, arguments: list[str], message: str
) -> None:
    done = build(home, *arguments)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert message in done.stderr
    assert not (home / "_site").exists()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (b"titel = 'x'", "Did you mean 'title'?"),
        (b"title = ", "not valid TOML"),
        (b"\xff\xfe\x00t", "Save it as UTF-8"),
        (b"theme = 'no-such-theme'", "no-such-theme"),
        (b"theme = '../tests'", "../tests"),
    ],
)
def test_a_wrong_settings_file_is_answered_in_one_line_and_with_2(home: Path, text: bytes, message: str) -> None:
    (home / "content" / "timeline.toml").write_bytes(text)
    done = build(home)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert "timeline.toml" in done.stderr
    assert message in done.stderr


def test_an_empty_folder_gives_no_site_and_says_what_to_put_there(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    done = build(tmp_path)
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert "holds no documents" in done.stderr
    assert not (tmp_path / "_site").exists()


def test_a_document_that_cannot_be_read_is_named_and_the_others_are_built(home: Path) -> None:
    (home / "content" / "empty.txt").write_bytes(b"")
    done = build(home)
    assert done.returncode == 0
    assert "empty.txt" in done.stdout
    assert "Read 1 document, left out 1" in done.stdout


def test_strict_turns_a_problem_into_exit_1(home: Path) -> None:
    (home / "content" / "empty.txt").write_bytes(b"")
    done = build(home, "--strict", "-q")
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
    assert "under --strict" in done.stderr


def test_strict_is_content_with_a_flawless_folder(home: Path) -> None:
    assert build(home, "--strict").returncode == 0


def test_a_folder_of_others_is_refused_and_left_as_it_is(home: Path) -> None:
    (home / "_site").mkdir()
    (home / "_site" / "thesis.txt").write_text("the only copy", encoding="utf-8")
    done = build(home)
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert "thesis.txt" in done.stderr
    assert list((home / "_site").iterdir()) == [home / "_site" / "thesis.txt"]


def test_an_earlier_site_is_replaced_and_what_is_gone_from_the_content_goes(home: Path) -> None:
    (home / "content" / "tower.md").write_text(ARTICLE.replace("bridge", "tower").replace("Bridge", "Tower"), "utf-8")
    build(home)
    both = digest(home / "_site")
    (home / "content" / "tower.md").unlink()
    build(home)
    assert any("tower" in path for path in both)
    assert not any("tower" in path for path in digest(home / "_site"))


HOSTILE: list[tuple[str, bytes]] = [
    ("binary.txt", bytes(range(256)) * 40),
    ("nul.txt", b"a\0b\0c\0 on Monday" * 50),
    ("utf16.txt", "The bridge opened on 3 May 2019.".encode("utf-16")),
    ("cut.txt", "Café opened on 3 May 2019. Straße".encode()[:-1]),
    ("broken.md", b"---\ntitle: [unclosed\n---\nText on Monday.\n"),
    ("unclosed.md", b"---\ntitle: x\nText on Monday.\n"),
    ("bomb.md", b"---\na: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a]\nc: [*b,*b,*b,*b,*b]\n---\nText.\n"),
    ("code.md", b'---\ntitle: !!python/object/apply:os.system ["true"]\n---\nText on Monday.\n'),
    ("deep.html", b"<div>" * 20_000 + b"Opened on 3 May 2019." + b"</div>" * 20_000),
    ("script.html", b"<title>x</title><script>document.write(1)</script><p>Opened on <b>3 May</b> 2019.<script>"),
    ("entity.html", b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]><p>&a; opened on 3 May 2019.</p>'),
    ("words.txt", b"on Monday " * 5_000),
    ("digits.txt", b"1 " * 20_000),
    ("line.txt", b"a" * 200_000),
    ("marks.txt", ("e" + "\u0301" * 5_000 + " on 3 May 2019.").encode()),
    ("turned.txt", "\u202eOpened on 3 May 2019.\u202c \u2066x".encode()),
    ("far.md", b"---\ndate: 99999-01-01\n---\nIt ended on Monday, 31 February 0000.\n"),
    ("-rf.txt", b"The bridge opened on 3 May 2019.\n"),
    ("CON.txt", b"The bridge opened on 3 May 2019.\n"),
    ("a & b <i>.txt", b"The bridge opened on 3 May 2019.\n"),
    ("\u043c\u043e\u0441\u0442.txt", b"The bridge opened on 3 May 2019.\n"),
    ("new\nline\x1b[31m.txt", b"The bridge opened on 3 May 2019.\n"),
]


@pytest.mark.timeout(60)
@pytest.mark.parametrize(("name", "content"), HOSTILE, ids=[ascii(name) for name, _ in HOSTILE])
def test_no_document_can_break_the_build(
    home: Path, name: str, content: bytes, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    try:
        (home / "content" / name).write_bytes(content)
    except OSError as error:
        pytest.skip(f"this file system has no such name: {error}")
    monkeypatch.chdir(home)
    code = main(["--jobs", "1"])
    out, err = capsys.readouterr()
    assert (code, err) == (0, "")
    assert "\x1b" not in out
    assert (home / "_site" / "index.html").is_file()


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege on Windows")
def test_links_out_of_the_content_folder_are_not_followed(home: Path) -> None:
    (home / "secret.txt").write_text("The secret was told on 3 May 2019.\n", encoding="utf-8")
    (home / "content" / "link.txt").symlink_to(home / "secret.txt")
    (home / "content" / "loop").symlink_to(home / "content")
    assert build(home).returncode == 0
    assert not any(b"secret was told" in file.read_bytes() for file in (home / "_site").rglob("*") if file.is_file())


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_a_terminal_that_lacks_letters_is_no_fault(home: Path, encoding: str) -> None:
    (home / "content" / "мост.txt").write_bytes(b"")
    done = build(home, "-v", env={"PYTHONIOENCODING": encoding})
    assert done.returncode == 0


def test_two_builds_are_the_same_to_the_byte_whatever_surrounds_them(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "content", tmp_path / "content")
    one = {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"}
    two = {"PYTHONHASHSEED": "2", "TZ": "America/Los_Angeles", "LC_ALL": "de_DE.UTF-8"}
    assert build(tmp_path, "--output", "one", "--jobs", "1", env=one).returncode == 0
    assert build(tmp_path, "--output", "two", "--jobs", "2", env=two).returncode == 0
    assert digest(tmp_path / "one") == digest(tmp_path / "two")


def test_the_number_of_processes_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(work, "FEWEST", 10)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "content").mkdir()
    for number in range(1, 41):
        text = ARTICLE.replace("Tarn Quay", f"Quay {number}").replace("2022-01-28", f"2022-03-{number % 28 + 1:02d}")
        (tmp_path / "content" / f"{number}.md").write_text(text, encoding="utf-8")
    for jobs in ("1", "2"):
        assert main(["--output", jobs, "--jobs", jobs, "-q"]) == 0
    assert digest(tmp_path / "1") == digest(tmp_path / "2")


def test_the_base_address_stands_in_the_feed(home: Path) -> None:
    assert build(home, "--base-url", "https://name.github.io/project").returncode == 0
    feeds = [
        file for file in (home / "_site").rglob("*.xml") if "https://name.github.io/project/" in file.read_text("utf-8")
    ]
    assert feeds


@LIVELY
def test_serving_shows_the_site_on_this_computer_until_it_is_interrupted(home: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, str(ROOT / "build.py"), "--serve", str(port)]
    process = subprocess.Popen(command, cwd=home, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8")
    assert process.stdout is not None
    try:
        assert any(f"http://127.0.0.1:{port}/" in line for line in process.stdout)
        client = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
        client.request("GET", "/")
        assert client.getresponse().status == 200
        client.close()
    finally:
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=20)
    assert (process.returncode, errors) == (0, "")


@LIVELY
def test_an_interrupted_build_leaves_the_old_site_and_says_so_in_one_line(home: Path) -> None:
    build(home)
    before = digest(home / "_site")
    for number in range(400):
        (home / "content" / f"{number}.md").write_text(ARTICLE + "More. " * 2_000, encoding="utf-8")
    command = [sys.executable, "-c", INTERRUPTED, str(ROOT)]
    done = subprocess.run(command, cwd=home, capture_output=True, encoding="utf-8", timeout=60, check=False)
    assert (done.returncode, done.stdout) == (130, "")
    assert done.stderr.startswith("build.py: Interrupted.")
    assert done.stderr.count("\n") == 1
    assert digest(home / "_site") == before


INTERRUPTED = """
import os, signal, sys, threading
sys.path.insert(0, sys.argv[1])
from timeline import work
from timeline.command import main
threading.Timer(0.5, os.kill, (os.getpid(), signal.SIGINT)).start()
sys.exit(main(["--jobs", "1"]))
"""


def test_missing_packages_are_answered_in_one_line_that_sets_up_and_builds(home: Path) -> None:
    command = [sys.executable, "-S", str(ROOT / "build.py")]
    done = subprocess.run(command, cwd=home, capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
    assert "is not installed here. Run:  " in done.stderr
    assert done.stderr.split("Run:  ")[1].strip() in (ROOT / "README.md").read_text(encoding="utf-8")


def stories(home: Path, *names: str) -> None:
    """Write the documents of these names, each of which tells of the ferry."""
    for name in names:
        (home / "content" / name).write_text(STORIES[name], encoding="utf-8")


STORIES = {
    "post.md": "---\ndate: 2019-05-10\n---\n\nThe ferry Aurora hit the pier at Tarn Quay on Tuesday.\n",
    "bell.md": "---\ndate: 2019-05-09\n---\n\nA ferry, the Aurora, struck the old pier at Tarn Quay on Tuesday.\n",
    "link.md": "---\ndate: 2019-05-11\n---\n\nThe ferry Aurora hit the pier on Tuesday.\n",
}
FERRY = "events/2019-05-07-ferry-aurora-hit-pier-tarn/index.html"


def test_a_second_build_into_the_same_folder_is_the_same_to_the_byte(home: Path) -> None:
    stories(home, "post.md")
    build(home)
    stories(home, "bell.md")
    build(home)
    before = digest(home / "_site")
    build(home)
    assert digest(home / "_site") == before


def test_an_address_stays_when_an_earlier_document_is_added_and_the_change_is_told(home: Path) -> None:
    stories(home, "post.md")
    build(home)
    assert (home / "_site" / FERRY).is_file()
    stories(home, "bell.md")
    assert build(home).returncode == 0
    assert "bell" in (home / "_site" / FERRY).read_text(encoding="utf-8")
    assert "corroborated" in (home / "_site" / "changes" / "index.html").read_text(encoding="utf-8")
    build(home, "--output", "fresh")
    assert not (home / "fresh" / FERRY).exists()


def test_a_spoilt_history_is_a_problem_and_no_more(home: Path) -> None:
    build(home)
    (home / "_site" / "data" / "history.json").write_text("{", encoding="utf-8")
    done = build(home)
    assert (done.returncode, done.stderr) == (0, "")
    assert "1 history" in done.stdout
    assert "problem" not in build(home).stdout


def test_a_history_in_a_folder_that_no_build_wrote_is_not_read(home: Path) -> None:
    stories(home, "post.md")
    build(home, "--output", "other")
    (home / "_site" / "data").mkdir(parents=True)
    shutil.copy(home / "other" / "data" / "history.json", home / "_site" / "data")
    assert "holds files that are not of an earlier build" in build(home).stderr


CORRECTIONS = """
[event."2019-05-07-ferry-aurora-hit-pier-tarn"]
headline = "The Aurora <b>strikes</b>"
date = 2019-05-06
note = "The log has it."

[event."2019-x"]
hide = true
"""
WRITTEN = """---
headline: The line opens
date: 2019-05-01
links: [https://example.org/line]
evidence: [{document: post.md, quote: hit the pier at Tarn Quay}]
---

It ran *twice* a day; see [elsewhere](../nowhere.html), <script>alert(1)</script> and [there](https://example.org/y).
"""


def test_the_author_corrects_hides_and_writes_and_the_site_shows_it(home: Path) -> None:
    stories(home, "post.md")
    (home / "content" / "corrections.toml").write_text(CORRECTIONS, encoding="utf-8")
    (home / "content" / "_events").mkdir()
    (home / "content" / "_events" / "line-opens.md").write_text(WRITTEN, encoding="utf-8")
    done = build(home)
    assert (done.returncode, done.stderr) == (0, "")
    assert "corrections.toml, line 7: No event has the id '2019-x'." in done.stdout
    assert "Read 2 documents" in done.stdout
    page = (home / "_site" / FERRY).read_text(encoding="utf-8")
    assert "The Aurora &lt;b&gt;strikes" in page
    assert "The log has it." in page
    assert "Date; the sources gave 7 May 2019." in page
    written = (home / "_site" / "events" / "line-opens" / "index.html").read_text(encoding="utf-8")
    assert "Written by the author of this timeline." in written
    assert "<em>twice</em>" in written
    assert ">https://example.org/line<" in written
    assert "<script>alert" not in written
    assert "nowhere.html" not in written
    assert "line-opens" in (home / "_site" / "sources" / "post-2019-05-10" / "index.html").read_text(encoding="utf-8")


def test_what_is_hidden_stands_nowhere_in_the_site_and_stays_hidden_when_documents_are_added(home: Path) -> None:
    stories(home, "post.md")
    build(home)
    name = FERRY.split("/")[1]
    (home / "content" / "corrections.toml").write_text(f'[event."{name}"]\nhide = true\n', encoding="utf-8")
    build(home)
    stories(home, "bell.md")
    done = build(home)
    assert "problem" not in done.stdout
    said = [file for file in (home / "_site").rglob("*") if file.is_file() and b"aurora" in file.read_bytes().lower()]
    assert said == []


def test_an_event_written_without_evidence_makes_a_sound_site(home: Path) -> None:
    (home / "content" / "_events").mkdir()
    text = "---\nheadline: The line opens\ndate: 2019\nuntil: 2020\nsummary: For a year.\n---\n"
    (home / "content" / "_events" / "line-opens.md").write_text(text, encoding="utf-8")
    done = build(home)
    assert (done.returncode, done.stderr) == (0, "")
    assert "found 2 events" in done.stdout
