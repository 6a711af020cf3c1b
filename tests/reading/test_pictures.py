"""Pictures of documents: found, made anew, or refused with a reason."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from timeline import pipeline, settings
from timeline.model import Timeline

TEXT = "The ferry left the harbour of Vik on 3 May 2021 with forty people on board.\n"


def picture(kind: str = "JPEG", size: tuple[int, int] = (40, 20), **more: object) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", size, (200, 30, 30)).save(file, kind, **more)
    return file.getvalue()


def built(content: Path, front: str, files: dict[str, bytes], toml: str = "") -> Timeline:
    (content / "news").mkdir(parents=True)
    (content / "news" / "ferry.md").write_text(f"---\npublished: 2021-05-04\n{front}\n---\n{TEXT}", encoding="utf-8")
    for name, data in files.items():
        (content / name).write_bytes(data)
    return pipeline.build(content, settings.parse(toml))


@pytest.mark.parametrize(
    ("front", "file"),
    [
        ("image: quay.jpg\nimage_alt: A quay\nimage_credit: M. Ito", "news/quay.jpg"),
        ("image: quay.jpg\nimage_alt: A quay\nimage_credit: M. Ito", "quay.jpg"),
        ("image: ../quay.jpg\nimage_alt: A quay\nimage_credit: M. Ito", "quay.jpg"),
        ("image_alt: A quay\nimage_credit: M. Ito", "news/ferry.jpg"),
        ("image_alt: A quay\nimage_credit: M. Ito", "news/ferry.jpeg"),
    ],
)
def test_a_picture_is_found_where_the_document_says_or_under_its_name(tmp_path: Path, front: str, file: str) -> None:
    timeline = built(tmp_path / "content", front, {file: picture()})
    assert timeline.problems == ()
    (found,) = timeline.pictures.values()
    assert (found.alt, found.credit, found.suffix, found.width, found.height) == ("A quay", "M. Ito", ".jpg", 40, 20)


def test_the_settings_can_name_it(tmp_path: Path) -> None:
    toml = '[sources."news/ferry.md"]\nimage = "quay.png"\nimage_alt = "A quay"\n'
    timeline = built(tmp_path / "content", "title: x", {"news/quay.png": picture("PNG")}, toml)
    assert [(item.alt, item.suffix) for item in timeline.pictures.values()] == [("A quay", ".png")]


@pytest.mark.parametrize(
    ("front", "files", "reason"),
    [
        ("image: quay.jpg", {"news/quay.jpg": picture()}, "nobody has said what it shows"),
        ("title: x", {"news/ferry.jpg": picture()}, "nobody has said what it shows"),
        ("image: quay.jpg\nimage_alt: x", {}, "there is no such file"),
        ("image: quay.jpg\nimage_alt: x", {"news/quay.jpg": b"GIF89a nonsense"}, "cannot be read as a picture"),
        ("image: quay.jpg\nimage_alt: x", {"news/quay.jpg": picture()[:200]}, "cannot be read as a picture"),
        ("image: quay.svg\nimage_alt: x", {"news/quay.svg": b"<svg/>"}, "can carry a script"),
        ("image: https://example.org/x.jpg\nimage_alt: x", {}, "lies on another server"),
        ("image: ../../secret.jpg\nimage_alt: x", {}, "outside the content folder"),
    ],
)
def test_a_picture_that_cannot_be_shown_is_a_problem(
    tmp_path: Path, front: str, files: dict[str, bytes], reason: str
) -> None:
    timeline = built(tmp_path / "content", front, files)
    assert timeline.pictures == {}
    (problem,) = timeline.problems
    assert (problem.name, problem.path, problem.fatal) == ("picture", "news/ferry.md", False)
    assert reason in problem.message
    assert problem.remedy.endswith(".")


def test_a_picture_larger_than_the_settings_allow_is_left_out(tmp_path: Path) -> None:
    front, files = "image_alt: x", {"news/ferry.png": picture("PNG") + b" " * 3000}
    timeline = built(tmp_path / "content", front, files, "max_megabytes = 0.002")
    assert "MB" in timeline.problems[0].message


def test_nothing_but_what_is_seen_is_left_of_the_file(tmp_path: Path) -> None:
    place = Image.Exif()
    place[0x010E] = "SECRET-PLACE"
    data = picture(exif=place.tobytes()) + b"<script>alert(1)</script>"
    timeline = built(tmp_path / "content", "image_alt: x", {"news/ferry.jpg": data})
    (found,) = timeline.pictures.values()
    assert b"SECRET" in data
    assert b"SECRET" not in found.data
    assert b"script" not in found.data


def test_a_picture_that_lies_on_its_side_is_set_upright_and_a_wide_one_made_smaller(tmp_path: Path) -> None:
    turned = Image.Exif()
    turned[0x0112] = 6
    data = picture(size=(2000, 1000), exif=turned.tobytes())
    timeline = built(tmp_path / "content", "image_alt: x", {"news/ferry.jpg": data})
    (found,) = timeline.pictures.values()
    assert (found.width, found.height) == (640, 1280)


def test_a_picture_that_nobody_names_is_no_trouble(tmp_path: Path) -> None:
    timeline = built(tmp_path / "content", "title: x", {"news/other.jpg": picture()})
    assert (timeline.pictures, timeline.problems) == ({}, ())
