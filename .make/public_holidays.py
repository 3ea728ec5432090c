#!/usr/bin/env python3
"""public_holidays.py FILE: writes the public holidays of all countries that python-holidays knows, for the years people plan in.

One line each: country, name in English, name in Latvian where there is one, days. A day is MM-DD where it is the same every year, else
YYMMDD for each year. Holidays of a part of a country only are left out.
"""
import sys
import warnings
from collections import defaultdict

import holidays

YEARS = range(2026, 2042)


def of(country, language):
    """What each day is called; several holidays on one day are one."""
    try:
        return holidays.country_holidays(country, years=YEARS, language=language)
    except NotImplementedError:
        return {}


def lines(country):
    """The holidays of one country, in the order in which they first come."""
    latvian = of(country, "lv") if country == "LV" else {}
    days, names = defaultdict(list), {}
    for day, name in sorted(of(country, "en_US").items()):
        days[name].append(day)
        names[name] = latvian.get(day, "")
    for name, when in days.items():
        fixed = len(when) == len(YEARS) and len({(day.month, day.day) for day in when}) == 1
        said = when[0].strftime("%m-%d") if fixed else " ".join(day.strftime("%y%m%d") for day in when)
        yield "\t".join([country, name, names[name], said])


def main(file):
    # It says itself where it knows only some of the years.
    warnings.simplefilter("ignore")
    # Neither is a code of ISO 3166-1: one is a name among users, the other stands for GB.
    countries = sorted(code for code in holidays.list_supported_countries() if len(code) == 2 and code not in ("UK", "XK"))
    head = f"# {YEARS.start}-{YEARS.stop - 1}, python-holidays {holidays.__version__}"
    body = [line for country in countries for line in lines(country)]
    with open(file, "w", encoding="utf-8") as out:
        out.write("\n".join([head, *body]) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
