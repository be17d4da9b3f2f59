# SPDX-FileCopyrightText: The Waymark contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the scripts that make the reference tables share: reading the published files, writing ours."""

import csv
import gzip
import os
import re

LICENCE = 'Contains public sector information licensed under the Open Government Licence v3.0.'

# The published nine-character codes of England and the regions, and the numbers that LAIT gives them.
REGION_NUMBERS = {
    'E92000001': '970', 'E12000001': '980', 'E12000002': '981', 'E12000003': '982',
    'E12000004': '983', 'E12000005': '984', 'E12000006': '985', 'E12000007': '986',
    'E13000001': '987', 'E13000002': '988', 'E12000008': '989', 'E12000009': '990',
}


def read_csv(path):
    """Reads a published CSV, gzipped or not, as a list of rows by column name."""
    opener = gzip.open if path.endswith('.gz') else open
    with opener(path, 'rt', encoding='utf-8-sig', newline='') as file:
        return list(csv.DictReader(file))


def one_line(text):
    """Brings a text to one line with single blanks."""
    return re.sub(r'\s+', ' ', text).strip()


def area_number(row):
    """The three-digit code of a row of a published file that may be of a region or of England."""
    if row['geographic_level'] == 'Local authority':
        return row['old_la_code']
    return REGION_NUMBERS[row['region_code'] or row['country_code']]


def read_population(data):
    """Children aged 0-17 by (three-digit code, year of the estimate)."""
    path = os.path.join(data, 'ees', 'ons_mid-year_population_estimates_2012_to_2024.csv')
    population = {}
    for row in read_csv(path):
        if row['population_estimate'].isdigit():
            population[area_number(row), int(row['time_period'])] = int(row['population_estimate'])
    return population


def write_table(folder, name, title, date, source, columns, rows):
    """Writes one table: what it is, when, from where, under which licence; then plain CSV."""
    path = os.path.join(folder, name)
    with open(path, 'w', encoding='utf-8', newline='') as file:
        for line in ('Title: ' + title, 'Date: ' + date, 'Source: ' + source, LICENCE):
            file.write('# ' + line + '\n')
        writer = csv.writer(file, lineterminator='\n')
        writer.writerow(columns)
        writer.writerows(rows)
    print('%s: %d rows' % (path, len(rows)))
