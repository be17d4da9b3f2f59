#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Waymark contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the reference tables in data/reference from a folder of published files.

Usage: tools/make-reference.py PUBLISHED-FILES [OUTPUT-FOLDER]

Only facts and figures are taken over: codes, names, years, neighbours, numbers, directions. The
descriptive texts of the sources stay where they are. What the files do not hold (former codes,
spellings that people use, which authority followed which) is set down in the tables below.
"""

import os
import sys

from reference_common import (REGION_NUMBERS, one_line, read_csv, read_population,
                              write_table)

DFE = 'Department for Education, Local Authority Interactive Tool, April 2026'

REGION_NAMES = {
    '970': ('England', '', ''),
    '980': ('North East', '', 'The North East'),
    '981': ('North West', '', 'The North West'),
    '982': ('Yorkshire and The Humber', '', 'Yorkshire & Humber;Yorkshire and Humber;Yorkshire & The Humber'),
    '983': ('East Midlands', '', 'The East Midlands'),
    '984': ('West Midlands', '', 'The West Midlands'),
    '985': ('East of England', '', 'East;Eastern;The East of England'),
    '986': ('London', '', 'Greater London'),
    '987': ('Inner London', '986', 'London (Inner)'),
    '988': ('Outer London', '986', 'London (Outer)'),
    '989': ('South East', '', 'The South East'),
    '990': ('South West', '', 'The South West'),
}

# Spellings that people write and that the published lists do not have.
SPELLINGS = {
    '201': 'City of London Corporation;The City of London',
    '205': 'Hammersmith', '207': 'Kensington;RBKC', '213': 'City of Westminster',
    '301': 'Barking', '314': 'Kingston;Kingston-upon-Thames', '318': 'Richmond;Richmond-upon-Thames',
    '330': 'City of Birmingham', '336': 'City of Wolverhampton', '342': 'Saint Helens',
    '380': 'City of Bradford', '391': 'Newcastle;Newcastle-upon-Tyne', '420': 'Scilly;Scilly Isles;Isles of Scilly Council',
    '800': 'Bath;Bath & NES;BANES;B&NES;Bath and NE Somerset', '801': 'Bristol;City of Bristol',
    '803': 'South Glos', '806': 'Middlesborough', '807': 'Redcar;Redcar & Cleveland', '808': 'Stockton;Stockton on Tees',
    '810': 'Hull;Kingston upon Hull;Kingston-upon-Hull;City of Hull;Hull City;City of Kingston upon Hull',
    '811': 'East Riding;East Yorkshire;ERYC', '812': 'NE Lincolnshire;North East Lincs;NE Lincs', '813': 'N Lincolnshire;North Lincs',
    '815': 'N Yorkshire;North Yorks', '816': 'City of York', '822': 'Bedford Borough',
    '823': 'Central Beds', '825': 'Bucks', '826': 'MK;City of Milton Keynes', '831': 'City of Derby',
    '838': 'Dorset Council', '839': 'BCP;BCP Council;Bournemouth Christchurch and Poole;Bournemouth, Poole and Christchurch',
    '840': 'Co Durham;Co. Durham;Durham County', '846': 'Brighton;Brighton & Hove', '851': 'City of Portsmouth',
    '852': 'City of Southampton', '856': 'City of Leicester', '861': 'Stoke;Stoke on Trent;City of Stoke-on-Trent',
    '868': 'Windsor;RBWM;Royal Borough of Windsor and Maidenhead', '869': 'West Berks',
    '874': 'City of Peterborough', '879': 'City of Plymouth',
    '882': 'Southend;Southend on Sea', '884': 'Herefordshire;County of Herefordshire', '889': 'Blackburn',
    '892': 'City of Nottingham', '894': 'Telford;Telford & Wrekin', '896': 'Cheshire West;Cheshire West & Chester;CWAC',
    '908': 'Cornwall Council', '921': 'IoW;IOW', '940': 'North Northants', '941': 'West Northants',
    '943': 'Westmorland & Furness', '928': 'Northants',
    '835': 'Dorset;Dorset (Pre 2019)', '836': 'Poole', '837': 'Bournemouth',
}

# Nine-character codes that mean the same authority, or meant it before it became unitary or
# changed its boundary; the first is the latest where it differs from the published files.
LATEST_CODES = {'370': 'E08000038', '373': 'E08000039'}
FORMER_CODES = {
    '390': ['E08000020'], '840': ['E10000010'], '865': ['E10000033'], '893': ['E10000026'],
    '908': ['E10000005'], '929': ['E06000048', 'E10000022'],
}

# Counties that ended before the published files begin.
ENDED_EARLY = {
    '820': ('E10000001', 'Bedfordshire', '985', 2009),
    '875': ('E10000004', 'Cheshire', '981', 2009),
}

# (former, successors, first statistical year of the successors). One district of Dorset,
# Christchurch, went to 839; the county is tied to the new Dorset alone, which is the rest of it.
REORGANISATIONS = [
    (['875'], ['895', '896'], 2010),
    (['820'], ['822', '823'], 2010),
    (['836', '837'], ['839'], 2020),
    (['835'], ['838'], 2020),
    (['928'], ['940', '941'], 2022),
    (['909'], ['942', '943'], 2024),
]

JOINT_SERVICES = {'314': '318', '318': '314', '940': '941', '941': '940'}
SMALL = ('201', '420')

NEIGHBOUR_TABLES = [('neighbours-2021.csv', 'sn_2021.csv', '2021-04', 'April 2021'),
                    ('neighbours-2025.csv', 'sn_2025.csv', '2025-05', 'May 2025')]

POLARITIES = {'High': 'higher', 'Low': 'lower', '-': 'none', 'NA': 'none'}
BASES = {'Financial Year': 'financial', 'Academic Year': 'academic', 'Calendar Year': 'calendar',
         'Annual': 'snapshot-march', 'Annual (end of Sept)': 'snapshot-september',
         'Annual - January': 'snapshot-january'}

STARTER_SET = [
    ('Front door', ['CPP_Total_Rateper10,000', 'CIN_Refferals_NFA', 'ReReferral',
                    'Continue_Assess_Comp', 'CIN', 'Section_47']),
    ('Protection', ['ISCP_Conf', 'CP_conf_15days', 'CPP_rate', 'CPP_Abuse_Rate', 'PrevRegCPR',
                    'CPPlans2yrs', 'RevCP']),
    ('Care', ['LAC', 'LAC_Start_Rate', 'LAC_Cease_Rate', 'LACStable_2016on', 'LAC_LongStable%',
              'LACDistance', 'LAC_SecHome_And_ChildHome', 'Unacc_Asylmn_Seek_Childn%',
              'LACHealth%', 'Emotional_LAC', 'Stability_SocialWorker', 'Children_missing',
              '%_of LAC Adopted']),
    ('Leaving care', ['CareLeaverEET', 'CareLeaverAcc', 'CareLeavers_LA_NotInTouch']),
    ('Workforce', ['Work_Force_Vac_Rate', 'Work_Force_TO_Rate', 'Work_Force_Agecy_Rate',
                   'Work_Force_AvgNumCase_SW']),
]


def unique(texts, but):
    """The texts once each, without blanks and without those in but."""
    seen = set(but)
    return [t for t in texts if t and not (t in seen or seen.add(t))]


def links(code, forwards):
    """Codes of the areas that followed (or came before) one, and the year of the change."""
    found, year = [], None
    for former, successors, first_year in REORGANISATIONS:
        here, there = (former, successors) if forwards else (successors, former)
        if code in here:
            found += there
            year = first_year
    return unique(found, ()), year


def authority_row(code, rows, lait_name):
    """One authority; rows are the published ones, one for each nine-character code, oldest first."""
    name = lait_name if '(Pre LG)' in lait_name else rows[-1]['ees_la_name']
    ons_code = LATEST_CODES.get(code, rows[-1]['new_la_code'])
    successors, ended = links(code, True)
    predecessors, began = links(code, False)
    former = [row['new_la_code'] for row in reversed(rows)] + FORMER_CODES.get(code, [])
    names = [lait_name, rows[-1]['ees_la_name']] + SPELLINGS.get(code, '').split(';')
    return [code, ons_code, name, 'authority', REGION_NUMBERS[rows[-1]['region_code']],
            began or '', ended - 1 if ended else '', ';'.join(unique(former + names, (ons_code, name))),
            ';'.join(predecessors), ';'.join(successors), JOINT_SERVICES.get(code, ''),
            1 if code in SMALL else '']


def make_areas(data, folder):
    listed = {row['LA Number']: row['LA Name'] for row in read_csv(os.path.join(data, 'lait', 'la_code_list.csv'))}
    published = {}
    for row in read_csv(os.path.join(data, 'geo', 'la_codes_by_year.csv')):
        published.setdefault(row['old_la_code'], []).append(row)
    rows = [authority_row(code, sorted(of_code, key=lambda r: int(r['first_year'])), listed[code])
            for code, of_code in published.items()]
    for code, (ons_code, name, region, last_year) in ENDED_EARLY.items():
        rows.append([code, ons_code, name, 'authority', region, '', last_year, '', '',
                     ';'.join(links(code, True)[0]), '', ''])
    rows.sort(key=lambda row: row[0])
    for ons_code, code in REGION_NUMBERS.items():
        name, region, spellings = REGION_NAMES[code]
        aliases = unique([listed[code]] + spellings.split(';'), (name,))
        rows.append([code, ons_code, name, 'country' if code == '970' else 'region', region, '', '',
                     ';'.join(aliases), '', '', '', ''])
    write_table(folder, 'areas.csv', 'Local authorities and regions of England', '2025-04-01',
                DFE + '; Office for National Statistics, codes of areas',
                ['code', 'ons_code', 'name', 'kind', 'region_code', 'first_year', 'last_year',
                 'aliases', 'predecessors', 'successors', 'joint', 'is_small'], rows)


def make_neighbours(data, folder):
    columns = ['code'] + [c for i in range(1, 11) for c in ('n%d' % i, 'closeness%d' % i)]
    for name, source, date, words in NEIGHBOUR_TABLES:
        rows = []
        for row in read_csv(os.path.join(data, 'lait', source)):
            cells = [row['la_num']]
            for i in range(1, 11):
                cells += [row['sn%d' % i], one_line(row['sn%d_closeness' % i]).capitalize()]
            if cells[1] != '-':
                rows.append(cells)
        rows.sort()
        write_table(folder, name, 'Statistical neighbours, list of ' + words, date, DFE, columns, rows)


def make_population(data, folder):
    population = read_population(data)
    years = sorted({year for code, year in population})
    rows = [[code] + [population.get((code, year), '') for year in years]
            for code in sorted({code for code, year in population})]
    write_table(folder, 'population-0-17.csv',
                'Children aged 0-17, mid-year estimates by year of the estimate', '2024-06-30',
                'Office for National Statistics, mid-year population estimates, as published by the'
                ' Department for Education', ['code'] + years, rows)


def make_measures(data, folder):
    measures = {}
    for row in read_csv(os.path.join(data, 'lait', 'lait_data_dictionary.csv')):
        code = row['Measure_short'].strip()
        if code in measures:
            measures[code][2].append(row['Topic'])
            continue
        measures[code] = [code, one_line(row['Measure']), [row['Topic']], one_line(row['y_axis_name']),
                          1 if row['dps'] == 'NA' else int(row['dps']), POLARITIES[row['Polarity']],
                          BASES[row['Year_Type']], 1 if row['No_Quartile'] == 'N' else '']
    rows = [m[:2] + [';'.join(unique(m[2], ()))] + m[3:] for m in measures.values()]
    rows.sort(key=lambda row: row[0])
    write_table(folder, 'measures.csv', 'Measures of the Local Authority Interactive Tool', '2026-04-08', DFE,
                ['code', 'title', 'topics', 'unit', 'decimals', 'polarity', 'basis', 'no_quartiles'], rows)
    unknown = [code for theme, codes in STARTER_SET for code in codes if code not in measures]
    if unknown:
        sys.exit('the starter set names measures that do not exist: ' + ', '.join(unknown))


def make_starter_set(folder):
    write_table(folder, 'starter-set.csv', 'Measures that an overview begins with', '2026-04-08',
                'the Waymark contributors; codes of the measures: ' + DFE, ['theme', 'code'],
                [[theme, code] for theme, codes in STARTER_SET for code in codes])


def main():
    data = sys.argv[1]
    here = os.path.dirname(os.path.abspath(__file__))
    folder = sys.argv[2] if len(sys.argv) > 2 else os.path.join(here, '..', 'data', 'reference')
    make_areas(data, folder)
    make_neighbours(data, folder)
    make_population(data, folder)
    make_measures(data, folder)
    make_starter_set(folder)


if __name__ == '__main__':
    main()
