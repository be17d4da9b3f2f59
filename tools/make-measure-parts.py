#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Waymark contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Finds which measures are made of parts that the published table holds itself, cell by cell.

Usage: tools/make-measure-parts.py PUBLISHED-FILES [OUTPUT-FOLDER]

Each candidate says: value = multiplier x numerator / denominator. A part is a measure of the table,
a column of another published file, or the children aged 0-17. Every cell (authority, region or
England, and year) in which all of them stand is computed and compared; the allowance is the
rounding of the value's last digit and that of the counts, where a whole year of counts is
published to the nearest 5 or 10. A candidate is kept from the first year from which nearly all
cells of every year agree; the counts are written beside it. Rates of earlier years stand on
estimates of the population that were revised since, and drop out that way.
"""

import collections
import os
import sys

from reference_common import area_number, read_csv, read_population, write_table

NEARLY_ALL = 0.985

Pair = collections.namedtuple('Pair', 'code numerator denominator multiplier')

POPULATION = '@population'

# A part written as (file, column, conditions) is looked up in another published
# file, because the table does not hold it: it proves the other part of the pair and is not listed.
REFERRALS = 'c1_children_in_need_referrals_and_rereferrals_2013_to_2025.csv'
IN_NEED = 'b1_children_in_need_2013_to_2025.csv'
STABILITY = 'la_cla_placement_stability.csv.gz'
ACTIVITY = 'la_care_leavers_activity.csv.gz'
LONG_TERM = ('Children looked after continuously for at least 2.5 years on 31 March aged under 16 years')

PAIRS = [
    Pair('CPP_Total_Rateper10,000', 'CPP_Total_NumRef', POPULATION, 10000),
    Pair('CPP_rate', 'CPP_Num', POPULATION, 10000),
    Pair('CPP_Abuse_Rate', 'CPP_Abuse', POPULATION, 10000),
    Pair('CIN', (IN_NEED, 'At31_episodes', {}), POPULATION, 10000),
    Pair('LAC', 'LACnum', POPULATION, 10000),
    Pair('LAC_Start_Rate', 'LACnum_Start', POPULATION, 10000),
    Pair('LAC_Cease_Rate', 'LACceased', POPULATION, 10000),
    Pair('ReReferral', (REFERRALS, 'rereferral_count', {}), 'CPP_Total_NumRef', 100),
    Pair('CIN_Refferals_NFA', (REFERRALS, 'no_further_action_count', {}), 'CPP_Total_NumRef', 100),
    Pair('Referrals_AssessedNotNeed', (REFERRALS, 'not_in_need_count', {}), 'CPP_Total_NumRef', 100),
    Pair('PrevRegCPR', 'ReRegCPR', 'CPP_Abuse', 100),
    Pair('RevCP', 'CPP_Reviewed_InReqTimeScl', 'CPP_31March_3MnthorMore', 100),
    Pair('CPPlans2yrsActive', 'CPRDuration', 'CPP_Num', 100),
    Pair('LACStable_2016on', 'LACStableNum_2016on', 'LACnum', 100),
    Pair('LAC_LongStable%', 'LAC_LongStableNum',
         (STABILITY, 'children_count', {'cla_group': LONG_TERM, 'placement_stability': 'Total children'}), 100),
    Pair('Unacc_Asylmn_Seek_Childn%', 'Unacc_Asylmn_Seek_Childn', 'LACnum', 100),
    Pair('%_of LAC Adopted', 'No_of LAC Adopted', 'LACceased', 100),
    Pair('LAC_ceased_SGO%', 'LAC_ceased_SGO', 'LACceased', 100),
    Pair('LAC%_Adopt_AppUnop', 'LACnum_Adopt_AppUnop', 'No_of LAC Adopted', 100),
    Pair('LAC%_Adopt_ConsentDisp', 'LACnum_Adopt_ConsentDisp', 'No_of LAC Adopted', 100),
    Pair('CareLeaverAcc', 'NoCareLeaverAcc', 'NoCareLeavers', 100),
    Pair('CareLeaverEET', 'CareLeaverEETNum',
         (ACTIVITY, 'care_leaver_count', {'care_leaver_age': '19 to 21 years', 'breakdown': 'Total'}), 100),
    Pair('LAC_19_HE', 'LAC_19_HE_Num',
         (ACTIVITY, 'care_leaver_count', {'care_leaver_age': '19 to 21 years', 'breakdown': 'Total'}), 100),
    Pair('SEN_PEC_AN_REVIEW_MEET_REC', 'SEN_AN_REVIEW_MEET_REC', 'SEN_AN_REVIEW_EXPECTED', 100),
    Pair('Work_Force_AvgNumCase_SW', 'Work_Force_Num_CaseHeld', 'Work_Force_NoSW', 1),
]


def to_number(text):
    try:
        return float(text)
    except ValueError:
        return None


class Cells:
    """Numbers by (area, year), with the rounding that each was published with."""

    def __init__(self, numbers):
        self.numbers = numbers
        self.steps = {}
        groups = collections.defaultdict(list)
        for (area, year), number in numbers.items():
            groups[area >= '970', year].append(number)
        for group, values in groups.items():
            self.steps[group] = next((step for step in (10, 5) if all(v % step == 0 for v in values)), 0)

    def decimals(self):
        return max(len(('%.6f' % v).rstrip('0').split('.')[1]) for v in self.numbers.values())

    def bounds(self, cell):
        """The least and the greatest count that the printed one may stand for."""
        half = self.steps[cell[0] >= '970', cell[1]] / 2
        return max(self.numbers[cell] - half, 0), self.numbers[cell] + half


class Published:
    """The published files, each read once."""

    def __init__(self, data):
        self.data = data
        self.files = {}
        self.measures = collections.defaultdict(dict)
        for row in read_csv(os.path.join(data, 'lait', 'bds_long.csv.gz')):
            number = to_number(row['Values'])
            if number is not None and row['Years'].isdigit():
                self.measures[row['Short Desc']][row['LA Number'], int(row['Years'])] = number
        # A statistic of the year ending 31 March Y stands on the estimate of the middle of Y - 1.
        self.population = {(code, year + 1): float(number)
                           for (code, year), number in read_population(data).items()}

    def column(self, file, column, conditions):
        if file not in self.files:
            self.files[file] = read_csv(os.path.join(self.data, 'ees', file))
        numbers = {}
        for row in self.files[file]:
            number = to_number(row[column])
            if number is not None and all(row[name] == value for name, value in conditions.items()):
                numbers[area_number(row), int(row['time_period'])] = number
        return numbers

    def part(self, part):
        if part == POPULATION:
            cells = Cells(self.population)
            cells.steps = dict.fromkeys(cells.steps, 0)
            return cells
        return Cells(self.measures[part] if isinstance(part, str) else self.column(*part))


def agrees(value, half_digit, multiplier, numerator, denominator):
    least = multiplier * numerator[0] / denominator[1]
    greatest = multiplier * numerator[1] / max(denominator[0], 0.5)
    return least - half_digit <= value <= greatest + half_digit


def compare(published, pair):
    """Cells compared and cells that agree, by year."""
    value, numerator, denominator = (published.part(p) for p in pair[:3])
    half_digit = 0.5 * 10 ** -value.decimals() + 1e-9
    years = collections.defaultdict(lambda: [0, 0])
    for cell, number in value.numbers.items():
        if cell in numerator.numbers and denominator.numbers.get(cell):
            years[cell[1]][0] += 1
            years[cell[1]][1] += agrees(number, half_digit, pair.multiplier,
                                        numerator.bounds(cell), denominator.bounds(cell))
    return years


def first_good_year(years):
    """The first year from which on every year agrees in nearly all cells; None when there is none."""
    first = None
    for year in sorted(years, reverse=True):
        if years[year][1] < NEARLY_ALL * years[year][0]:
            break
        first = year
    return first


def main():
    published = Published(sys.argv[1])
    here = os.path.dirname(os.path.abspath(__file__))
    folder = sys.argv[2] if len(sys.argv) > 2 else os.path.join(here, '..', 'data', 'reference')
    rows = []
    for pair in PAIRS:
        years = compare(published, pair)
        first = first_good_year(years)
        print(pair.code, dict(years))
        if first is None:
            continue
        kept = [counts for year, counts in years.items() if year >= first]
        listed = [part if isinstance(part, str) else '' for part in pair[1:3]]
        rows.append([pair.code] + listed + [pair.multiplier, first] + [sum(c[i] for c in kept) for i in (0, 1)])
    rows.sort()
    write_table(folder, 'measure-parts.csv', 'Numerators and denominators that the table of measures holds itself',
                '2026-04-08', 'computed by the Waymark contributors from: Department for Education, Local Authority'
                ' Interactive Tool, April 2026, and explore education statistics, 2025',
                ['code', 'numerator', 'denominator', 'multiplier', 'first_year', 'cells', 'agree'], rows)


if __name__ == '__main__':
    main()
