#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Waymark contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the fictional sample in data/sample: a country that does not exist, with planted stories.

Usage: tools/make-sample.py [--check] [OUTPUT-FOLDER]

With --check nothing is written: the exit status says whether the folder holds what the script makes.

The same seed gives the same bytes. Every figure is drawn here; none is taken from a real place.
The files have the shapes that the importer reads (the bulk long table, the dictionary, a wide list
of neighbours), so that the sample goes in through the real door. data/sample/stories.md says
what was planted; the numbers that it quotes are the constants of section "Stories" below.
"""

import csv
import filecmp
import math
import os
import random
import sys
import tempfile
from collections import namedtuple

SEED = 20140401
YEARS = range(2014, 2026)
COUNTRY = ('690', 'Albany (fictional)')
REGIONS = [('691', 'Northmoor'), ('692', 'Eastvale'), ('693', 'Southwick')]
NAMES = {
    '691': ['Aldermoor', 'Brackenholt', 'Cairnwick', 'Dunmarrow', 'Elverdale', 'Fellgarth', 'Garnsby',
            'Hollinmere', 'Ironbeck', 'Kettlemoor'],
    '692': ['Larkhythe', 'Marlowe Fen', 'Nettlesham', 'Oakenhurst', 'Quillford', 'Reedbourne',
            'Saltersfleet', 'Thistlebourne', 'Umbersham', 'Willowstoke'],
    '693': ['Yarrowmouth', 'Zennorby', 'Amberstoke', 'Briarcombe', 'Coldharbour Bay', 'Dovercombe',
            'Easterleigh', 'Fernhaven', 'Isle of Merrow', 'Ottermouth and Pellbridge'],
}
FORMER = [('631', 'Ottermouth', '693'), ('632', 'Pellbridge', '693')]
SUCCESSOR = '630'
MERGER_YEAR = 2020            # first year of the successor
SMALL = '629'

# Stories ------------------------------------------------------------------------------------------

PROGRAMME_YEAR = 2020         # "Steady Hands" begins in Northmoor
PROGRAMME_EFFECT = -3.0       # on ReReferral [percentage points], every year from then on
DRIFT_PER_YEAR = -1.4         # of CPP_rate in Northmoor [per 10,000 children], from the first year on
BLIP = ('CP_conf_15days', '605', 2018, -24.0)   # one bad year in Elverdale, chance alone
DEFINITION = ('Children_missing', 2021, 5.0)    # a wider definition everywhere from 2021
PROVISIONAL = ('CareLeaverEET', 'CareLeaverEETNum')
HIDE_UP_TO = 5                # counts of children from 1 to this are suppressed

Area = namedtuple('Area', 'code name region first last children need style')
Rate = namedtuple('Rate', 'code count base spread noise trend decimals')
Share = namedtuple('Share', 'code count of base spread noise trend decimals')
Score = namedtuple('Score', 'code of base spread noise trend decimals')
Text = namedtuple('Text', 'code topic title unit polarity basis decimals words')

# Rates per 10,000 children aged 0-17: base, spread between areas, noise from year to year, trend.
RATES = [
    Rate('CPP_Total_Rateper10,000', 'CPP_Total_NumRef', 545, 90, 28, 1.5, 1),
    Rate('CIN', None, 330, 55, 12, 0.5, 1),
    Rate('Section_47', None, 165, 34, 11, 2.6, 1),
    Rate('ISCP_Conf', None, 62, 11, 4.5, 0.1, 1),
    Rate('CPP_Abuse_Rate', 'CPP_Abuse', 54, 9, 4.0, 0, 1),
    Rate('CPP_rate', 'CPP_Num', 45, 8, 2.4, 0, 1),
    Rate('LAC', 'LACnum', 66, 14, 1.6, 0.6, 0),
    Rate('LAC_Start_Rate', 'LACnum_Start', 28, 5, 2.0, 0, 0),
    Rate('LAC_Cease_Rate', 'LACceased', 27, 5, 2.0, 0.1, 0),
]

# Counts that stand behind shares and have no measure of their own: share of another count.
HELPERS = {
    'assessments': ('CPP_Total_NumRef', 0.92), 'conferences': ('CPP_Abuse', 1.14),
    'ended plans': ('CPP_Abuse', 0.98), 'long stays': ('LACnum', 0.36), 'health year': ('LACnum', 0.7),
    'scored': ('LACnum', 0.45),
}

# Shares in percent.
SHARES = [
    Share('CIN_Refferals_NFA', None, 'CPP_Total_NumRef', 8.0, 4.0, 1.2, -0.1, 1),
    Share('ReReferral', None, 'CPP_Total_NumRef', 22.0, 2.6, 1.5, 0.05, 1),
    Share('Continue_Assess_Comp', None, 'assessments', 83.0, 5.0, 2.4, 0.1, 1),
    Share('CP_conf_15days', None, 'conferences', 78.0, 5.0, 3.2, 0.2, 1),
    Share('PrevRegCPR', 'ReRegCPR', 'CPP_Abuse', 21.0, 2.4, 1.4, 0.25, 1),
    Share('CPPlans2yrs', None, 'ended plans', 5.0, 1.2, 0.8, -0.05, 1),
    Share('RevCP', 'CPP_Reviewed_InReqTimeScl', 'CPP_31March_3MnthorMore', 93.0, 2.4, 1.6, -0.1, 1),
    Share('LACStable_2016on', 'LACStableNum_2016on', 'LACnum', 10.5, 1.2, 0.9, 0, 0),
    Share('LAC_LongStable%', 'LAC_LongStableNum', 'long stays', 69.0, 3.0, 1.8, 0, 0),
    Share('LACDistance', None, 'LACnum', 16.0, 4.0, 1.0, 0.2, 0),
    Share('LAC_SecHome_And_ChildHome', None, 'LACnum', 11.0, 1.5, 0.9, 0.25, 0),
    Share('Unacc_Asylmn_Seek_Childn%', 'Unacc_Asylmn_Seek_Childn', 'LACnum', 5.0, 1.8, 0.7, 0.3, 0),
    Share('LACHealth%', None, 'health year', 89.0, 4.0, 2.2, 0.1, 0),
    Share('Stability_SocialWorker', None, 'LACnum', 27.0, 3.5, 1.8, 0, 0),
    Share('Children_missing', None, 'LACnum', 8.0, 1.5, 0.8, 0.05, 0),
    Share('%_of LAC Adopted', 'No_of LAC Adopted', 'LACceased', 12.0, 2.4, 1.4, -0.35, 0),
    Share('CareLeaverEET', 'CareLeaverEETNum', 'NoCareLeavers', 52.0, 4.0, 2.6, 0.3, 0),
    Share('CareLeaverAcc', 'NoCareLeaverAcc', 'NoCareLeavers', 87.0, 3.0, 2.0, 0.25, 0),
    Share('CareLeavers_LA_NotInTouch', None, 'NoCareLeavers', 6.0, 1.6, 1.0, -0.1, 0),
    Share('Work_Force_Vac_Rate', None, 'workers', 16.0, 4.0, 2.2, 0.1, 1),
    Share('Work_Force_TO_Rate', None, 'workers', 15.0, 2.5, 1.8, 0, 1),
    Share('Work_Force_Agecy_Rate', None, 'workers', 14.0, 4.0, 2.0, 0.1, 1),
]

# Means: what they are weighted by in a region.
SCORES = [
    Score('Emotional_LAC', 'scored', 14.2, 0.6, 0.35, 0.04, 1),
    Score('Work_Force_AvgNumCase_SW', 'workers', 16.5, 1.3, 0.7, -0.05, 1),
    Score('LACFinance', 'LACnum', 940, 110, 35, 34, 0),
]

PER_10000 = 'Rate per 10,000'
TEXTS = [
    Text('CPP_Total_Rateper10,000', 'Child Protection', 'Referrals per 10,000 children', PER_10000, '-', 'Financial Year', 'NA',
         'Referrals received in the year, for every 10,000 children aged 0 to 17.'),
    Text('CPP_Total_NumRef', 'Child Protection', 'Number of referrals', 'Number', '-', 'Financial Year', '0',
         'Referrals received in the year.'),
    Text('CIN_Refferals_NFA', 'Child Protection', 'Referrals closed with no further action', '% of referrals', '-', 'Financial Year', 'NA',
         'Of the referrals of the year, those closed without any further step.'),
    Text('ReReferral', 'Child Protection', 'Re-referrals within 12 months', '% of referrals', 'Low', 'Financial Year', 'NA',
         'Of the referrals of the year, those that came within 12 months of an earlier one for the same child.'),
    Text('Continue_Assess_Comp', 'Child Protection', 'Assessments finished within 45 working days', '% of assessments', 'High', 'Financial Year', 'NA',
         'Of the assessments finished in the year, those that took 45 working days or fewer.'),
    Text('CIN', 'Children in Need', 'Children in need per 10,000 children', PER_10000, '-', 'Annual', 'NA',
         'Children in need on 31 March, for every 10,000 children aged 0 to 17.'),
    Text('Section_47', 'Child Protection', 'Section 47 enquiries per 10,000 children', PER_10000, '-', 'Financial Year', 'NA',
         'Child protection enquiries begun in the year, for every 10,000 children aged 0 to 17. An activity: nobody has agreed which direction is good.'),
    Text('ISCP_Conf', 'Child Protection', 'Initial conferences per 10,000 children', PER_10000, '-', 'Financial Year', 'NA',
         'Initial child protection conferences held in the year, for every 10,000 children aged 0 to 17.'),
    Text('CP_conf_15days', 'Child Protection', 'Conferences within 15 working days', '% of conferences', 'High', 'Financial Year', 'NA',
         'Of the initial conferences of the year, those held within 15 working days of the start of the enquiry.'),
    Text('CPP_rate', 'Child Protection', 'Children on a child protection plan per 10,000 children', PER_10000, '-', 'Annual', 'NA',
         'Children with a child protection plan on 31 March, for every 10,000 children aged 0 to 17.'),
    Text('CPP_Num', 'Child Protection', 'Children on a child protection plan', 'Number', '-', 'Annual', '0',
         'Children with a child protection plan on 31 March.'),
    Text('CPP_Abuse_Rate', 'Child Protection', 'Plans started per 10,000 children', PER_10000, 'Low', 'Financial Year', 'NA',
         'Child protection plans started in the year, for every 10,000 children aged 0 to 17.'),
    Text('CPP_Abuse', 'Child Protection', 'Plans started', 'Number', '-', 'Financial Year', '0',
         'Child protection plans started in the year.'),
    Text('PrevRegCPR', 'Child Protection', 'Second or later plans', '% of plans started', 'Low', 'Financial Year', 'NA',
         'Of the plans started in the year, those for a child who had had a plan before.'),
    Text('ReRegCPR', 'Child Protection', 'Number of second or later plans', 'Number', '-', 'Financial Year', '0',
         'Plans started in the year for a child who had had a plan before.'),
    Text('CPPlans2yrs', 'Child Protection', 'Ended plans that had lasted 2 years or more', '% of ended plans', 'Low', 'Financial Year', 'NA',
         'Of the plans that ended in the year, those that had lasted two years or more.'),
    Text('RevCP', 'Child Protection', 'Plans reviewed in time', '% of plans', 'High', 'Financial Year', 'NA',
         'Of the children with a plan of three months or more on 31 March, those whose reviews were all held in time.'),
    Text('CPP_Reviewed_InReqTimeScl', 'Child Protection', 'Number of plans reviewed in time', 'Number', '-', 'Financial Year', '0',
         'Children with a plan of three months or more on 31 March whose reviews were all held in time.'),
    Text('CPP_31March_3MnthorMore', 'Child Protection', 'Number of plans of 3 months or more', 'Number', '-', 'Financial Year', '0',
         'Children with a plan of three months or more on 31 March.'),
    Text('LAC', 'Children Looked After', 'Children looked after per 10,000 children', PER_10000, '-', 'Annual', '0',
         'Children looked after on 31 March, for every 10,000 children aged 0 to 17.'),
    Text('LACnum', 'Children Looked After', 'Children looked after', 'Number', '-', 'Annual', '0',
         'Children looked after on 31 March.'),
    Text('LAC_Start_Rate', 'Children Looked After', 'Children who came into care per 10,000 children', PER_10000, '-', 'Financial Year', '0',
         'Children who began to be looked after in the year, for every 10,000 children aged 0 to 17.'),
    Text('LACnum_Start', 'Children Looked After', 'Children who came into care', 'Number', '-', 'Financial Year', '0',
         'Children who began to be looked after in the year.'),
    Text('LAC_Cease_Rate', 'Children Looked After', 'Children who left care per 10,000 children', PER_10000, '-', 'Financial Year', '0',
         'Children who stopped being looked after in the year, for every 10,000 children aged 0 to 17.'),
    Text('LACceased', 'Children Looked After', 'Children who left care', 'Number', '-', 'Financial Year', '0',
         'Children who stopped being looked after in the year.'),
    Text('LACStable_2016on', 'Children Looked After', 'Three or more placements in the year', '% of children looked after', 'Low', 'Financial Year', '0',
         'Of the children looked after on 31 March, those with three or more placements in the year.'),
    Text('LACStableNum_2016on', 'Children Looked After', 'Number with three or more placements', 'Number', '-', 'Financial Year', '0',
         'Children looked after on 31 March with three or more placements in the year.'),
    Text('LAC_LongStable%', 'Children Looked After', 'Same placement for 2 years or more', '% of children in long-term care', 'High', 'Financial Year', '0',
         'Of the children under 16 in care for two and a half years or more, those in the same placement for two years.'),
    Text('LAC_LongStableNum', 'Children Looked After', 'Number in the same placement for 2 years or more', 'Number', '-', 'Financial Year', '0',
         'Children under 16 in care for two and a half years or more and in the same placement for two years.'),
    Text('LACDistance', 'Children Looked After', 'Placed far from home', '% of children looked after', 'Low', 'Financial Year', '0',
         'Of the children looked after on 31 March, those placed more than 20 miles from home and outside the authority.'),
    Text('LAC_SecHome_And_ChildHome', 'Children Looked After', "Living in children's homes", '% of children looked after', '-', 'Financial Year', '0',
         "Of the children looked after on 31 March, those living in secure homes or children's homes."),
    Text('Unacc_Asylmn_Seek_Childn%', 'Children Looked After', 'Unaccompanied asylum-seeking children', '% of children looked after', '-', 'Financial Year', '0',
         'Of the children looked after on 31 March, those who seek asylum alone.'),
    Text('Unacc_Asylmn_Seek_Childn', 'Children Looked After', 'Number of unaccompanied asylum-seeking children', 'Number', '-', 'Financial Year', '0',
         'Children looked after on 31 March who seek asylum alone.'),
    Text('LACHealth%', 'Children Looked After', 'Health checks up to date', '% of children looked after', 'High', 'Financial Year', '0',
         'Of the children in care for 12 months or more, those whose health checks were up to date.'),
    Text('Emotional_LAC', 'Children Looked After', 'Strengths and difficulties score', 'Score', 'Low', 'Financial Year', 'NA',
         'Mean score of the children in care for 12 months or more for whom there is one; 0 to 40.'),
    Text('Stability_SocialWorker', 'Children Looked After', 'Three or more social workers in the year', '% of children looked after', 'Low', 'Financial Year', '0',
         'Of the children looked after on 31 March, those who had three or more social workers in the year. Collected from 2019.'),
    Text('Children_missing', 'Children Looked After', 'Children who went missing', '% of children looked after', '-', 'Financial Year', '0',
         'Of the children looked after in the year, those who went missing at least once. From 2021 short absences count too: figures before and after do not compare.'),
    Text('%_of LAC Adopted', 'Adoption', 'Adopted, of the children who left care', '% of children who left care', 'High', 'Financial Year', '0',
         'Of the children who stopped being looked after in the year, those who were adopted.'),
    Text('No_of LAC Adopted', 'Adoption', 'Children adopted', 'Number', '-', 'Financial Year', '0',
         'Children adopted from care in the year.'),
    Text('CareLeaverEET', 'Children Looked After', 'Care leavers in education, employment or training', '% of care leavers', 'High', 'Financial Year', '0',
         'Of the care leavers aged 19 to 21, those in education, employment or training. The last year is provisional.'),
    Text('CareLeaverEETNum', 'Children Looked After', 'Number of care leavers in education, employment or training', 'Number', '-', 'Financial Year', '0',
         'Care leavers aged 19 to 21 in education, employment or training. The last year is provisional.'),
    Text('CareLeaverAcc', 'Children Looked After', 'Care leavers in suitable accommodation', '% of care leavers', 'High', 'Financial Year', '0',
         'Of the care leavers aged 19 to 21, those in suitable accommodation.'),
    Text('NoCareLeaverAcc', 'Children Looked After', 'Number of care leavers in suitable accommodation', 'Number', '-', 'Financial Year', '0',
         'Care leavers aged 19 to 21 in suitable accommodation.'),
    Text('NoCareLeavers', 'Children Looked After', 'Number of care leavers', 'Number', '-', 'Financial Year', '0',
         'Care leavers aged 19 to 21.'),
    Text('CareLeavers_LA_NotInTouch', 'Children Looked After', 'Care leavers not in touch', '% of care leavers', 'Low', 'Financial Year', '0',
         'Of the care leavers aged 19 to 21, those with whom the authority is not in touch.'),
    Text('Work_Force_Vac_Rate', "Children's Services Workforce", 'Social worker vacancies', '% of posts', 'Low', 'Annual (end of Sept)', 'NA',
         'Of the posts for social workers on 30 September, those that are vacant.'),
    Text('Work_Force_TO_Rate', "Children's Services Workforce", 'Social worker turnover', '% of social workers', 'Low', 'Annual (end of Sept)', 'NA',
         'Social workers who left in the year, of those in post on 30 September.'),
    Text('Work_Force_Agecy_Rate', "Children's Services Workforce", 'Agency social workers', '% of social workers', 'Low', 'Annual (end of Sept)', 'NA',
         'Of the social workers on 30 September, those who come through an agency.'),
    Text('Work_Force_AvgNumCase_SW', "Children's Services Workforce", 'Children per social worker', 'Children', 'Low', 'Annual (end of Sept)', 'NA',
         'Mean number of children for whom a social worker is responsible on 30 September.'),
    Text('LACFinance', "Children's Service Finance", 'Weekly cost of a child looked after', 'Pounds a week', 'NA', 'Financial Year', '0',
         'Spending on children looked after, by child and week, as the accounts of the year turned out.'),
]

DICTIONARY_COLUMNS = [
    'Measure_code', 'Topic', 'Measure', 'Chart_title', 'Measure_short', 'Polarity', 'y_axis_name',
    'state_funded_flag', 'Table_status', 'Description', 'Last Update', 'Next Update',
    'Data Owner (DO) /Supplier and Contact Details', 'Methodology', 'Hyperlink(s)', 'dps', 'Year_Type',
    'No_Quartile']


def make_areas(rng):
    """The authorities, former ones last: children, need and style are drawn once for each."""
    areas = []
    for region, names in NAMES.items():
        for name in names:
            code = str(601 + len(areas))
            first = MERGER_YEAR if code == SUCCESSOR else None
            areas.append([code, name, region, first, None])
    areas += [[code, name, region, None, MERGER_YEAR - 1] for code, name, region in FORMER]
    drawn = []
    for code, name, region, first, last in areas:
        children = 900 if code == SMALL else round(math.exp(rng.gauss(10.75, 0.45)))
        drawn.append(Area(code, name, region, first, last, children, rng.gauss(0, 1), rng.gauss(0, 1)))
    former = drawn[-2:]
    merged = [a for a in drawn if a.code == SUCCESSOR][0]
    drawn[drawn.index(merged)] = merged._replace(children=sum(a.children for a in former),
                                                 need=sum(a.need for a in former) / 2)
    return drawn


def exists(area, year):
    return (area.first or 0) <= year <= (area.last or 9999)


def children_in(area, year, growth):
    return round(area.children * (1 + growth[area.code]) ** (year - YEARS[0]))


def story(code, area, year):
    """What was planted, in the measure's own unit."""
    shift = 0.0
    if code == 'ReReferral' and area.region == '691' and year >= PROGRAMME_YEAR:
        shift += PROGRAMME_EFFECT
    if code == 'CPP_rate' and area.region == '691':
        shift += DRIFT_PER_YEAR * (year - YEARS[0])
    if code == BLIP[0] and area.code == BLIP[1] and year == BLIP[2]:
        shift += BLIP[3]
    if code == DEFINITION[0] and year >= DEFINITION[1]:
        shift += DEFINITION[2]
    return shift


class Maker:
    """Draws every figure; a cell is (numerator, denominator), a mean is (sum, weight)."""

    def __init__(self):
        self.rng = random.Random(SEED)
        self.areas = make_areas(self.rng)
        growth = {area.code: self.rng.gauss(0.002, 0.004) for area in self.areas}
        self.counts = {}
        self.cells = {}
        self.multipliers = {}
        self.decimals = {}
        self.counts['children'] = self.by_cell(lambda a, y: children_in(a, y, growth))
        self.counts['workers'] = self.by_cell(lambda a, y: max(4, round(self.counts['children'][a.code, y] * 0.0029)))

    def by_cell(self, make):
        return {(area.code, year): make(area, year)
                for area in self.areas for year in YEARS if exists(area, year)}

    def levels(self, code, base, spread, noise, trend, weight_of_need):
        """What the measure would read without chance in counting: place, year, noise and story."""
        place = {a.code: spread * (weight_of_need * a.need + (1 - weight_of_need) * self.rng.gauss(0, 1.2))
                 for a in self.areas}
        shock = {year: self.rng.gauss(0, 0.4 * noise) + trend * (year - YEARS[0]) for year in YEARS}
        return self.by_cell(lambda a, y: base + place[a.code] + shock[y] + self.rng.gauss(0, noise)
                            + story(code, a, y))

    def draw_count(self, of, share):
        """About share of a count, with the chance that counting children has."""
        expected = of * min(max(share, 0.002), 0.998)
        spread = math.sqrt(max(expected * (1 - expected / max(of, 1)), 0))
        return min(max(round(expected + 0.5 * spread * self.rng.gauss(0, 1)), 0), of)

    def add(self, code, count, numerators, of, multiplier, decimals):
        self.cells[code] = {cell: (numerators[cell], self.counts[of][cell]) for cell in numerators}
        self.multipliers[code] = multiplier
        self.decimals[code] = decimals
        self.counts[code if count is None else count] = numerators
        if count is not None:
            self.add_count(count)

    def add_count(self, code):
        self.cells[code] = {cell: (number, 1) for cell, number in self.counts[code].items()}
        self.multipliers[code] = 1
        self.decimals[code] = 0

    def make_rates(self):
        for rate in RATES:
            levels = self.levels(rate.code, rate.base, rate.spread, rate.noise, rate.trend, 0.75)
            numerators = {cell: self.draw_count(self.counts['children'][cell], max(level, 2) / 10000)
                          for cell, level in levels.items()}
            self.add(rate.code, rate.count, numerators, 'children', 10000, rate.decimals)

    def make_denominators(self):
        for name, (of, share) in HELPERS.items():
            self.counts[name] = {cell: max(1, round(n * share)) for cell, n in self.counts[of].items()}
        self.counts['CPP_31March_3MnthorMore'] = {
            cell: self.draw_count(n, 0.72) for cell, n in self.counts['CPP_Num'].items()}
        self.counts['NoCareLeavers'] = {
            cell: max(1, self.draw_count(n, 0.0026)) for cell, n in self.counts['children'].items()}
        self.add_count('CPP_31March_3MnthorMore')
        self.add_count('NoCareLeavers')

    def make_shares(self):
        for share in SHARES:
            levels = self.levels(share.code, share.base, share.spread, share.noise, share.trend, 0.3)
            numerators = {cell: self.draw_count(self.counts[share.of][cell], level / 100)
                          for cell, level in levels.items()}
            self.add(share.code, share.count, numerators, share.of, 100, share.decimals)

    def make_scores(self):
        for score in SCORES:
            levels = self.levels(score.code, score.base, score.spread, score.noise, score.trend, 0.4)
            weights = self.counts[score.of]
            self.cells[score.code] = {cell: (level * weights[cell], weights[cell]) for cell, level in levels.items()}
            self.multipliers[score.code] = 1
            self.decimals[score.code] = score.decimals

    def make(self):
        self.make_rates()
        self.make_denominators()
        self.make_shares()
        self.make_scores()

    def value(self, code, area_code, year):
        """The figure of an authority as it is printed."""
        cell = self.cells[code].get((area_code, year))
        if cell is None or cell[1] == 0:
            return '-'
        is_mean = any(code == score.code for score in SCORES)
        if not is_mean and not code.startswith('Work_Force') and 0 < cell[0] <= HIDE_UP_TO:
            return 'c'
        return self.print_number(code, cell)

    def total(self, code, region, year):
        """The published figure of a region, or of the country when region is None."""
        cells = [self.cells[code][a.code, year] for a in self.areas
                 if exists(a, year) and (region is None or a.region == region)]
        numerator = sum(cell[0] for cell in cells)
        is_count = self.multipliers[code] == 1 and all(cell[1] == 1 for cell in cells)
        return self.print_number(code, (numerator, 1 if is_count else sum(cell[1] for cell in cells)))

    def print_number(self, code, cell):
        text = '%.*f' % (self.decimals[code], self.multipliers[code] * cell[0] / cell[1])
        return text.rstrip('0').rstrip('.') if '.' in text else text


def labels(code):
    """The years of a measure and how each is printed."""
    if code == 'LACFinance':
        return [(year, '%d-%02d (OT)' % (year - 1, year % 100)) for year in YEARS]
    if code == 'Stability_SocialWorker':
        return [(year, str(year)) for year in YEARS if year >= 2019]
    return [(year, '%d (prov)' % year if code in PROVISIONAL and year == YEARS[-1] else str(year))
            for year in YEARS]


def open_table(folder, name):
    return open(os.path.join(folder, name), 'w', encoding='utf-8', newline='')


def write_values(maker, folder):
    regions = dict(REGIONS)
    with open_table(folder, 'sample-lait.csv') as file:
        writer = csv.writer(file, lineterminator='\n')
        writer.writerow(['Short Desc', 'Data item', 'Years', 'LA and Regions', 'Values', 'LA Number', 'Region'])
        for text in TEXTS:
            for year, label in labels(text.code):
                for area in maker.areas:
                    writer.writerow([text.code, 'Fictional', label, area.name,
                                     maker.value(text.code, area.code, year), area.code, regions[area.region]])
                for code, name in REGIONS:
                    writer.writerow([text.code, 'Fictional', label, name, maker.total(text.code, code, year), code, 'NA'])
                writer.writerow([text.code, 'Fictional', label, COUNTRY[1], maker.total(text.code, None, year),
                                 COUNTRY[0], 'NA'])


def write_areas(maker, folder):
    with open_table(folder, 'sample-areas.csv') as file:
        file.write('# Title: Authorities and regions of Albany, a fictional country\n# Date: 2025-04-01\n'
                   '# Source: invented by tools/make-sample.py; no such places exist\n')
        writer = csv.writer(file, lineterminator='\n')
        writer.writerow(['code', 'ons_code', 'name', 'kind', 'region_code', 'first_year', 'last_year', 'aliases',
                         'predecessors', 'successors', 'joint', 'is_small'])
        former = ';'.join(code for code, name, region in FORMER)
        for area in maker.areas:
            writer.writerow([area.code, 'F06000' + area.code, area.name, 'authority', area.region,
                             area.first or '', area.last or '', 'Merrow' if area.code == SMALL else '',
                             former if area.code == SUCCESSOR else '', SUCCESSOR if area.last else '', '',
                             1 if area.code == SMALL else ''])
        for code, name in REGIONS:
            writer.writerow([code, 'F12000' + code, name, 'region'] + [''] * 8)
        writer.writerow([COUNTRY[0], 'F92000' + COUNTRY[0], COUNTRY[1], 'country', '', '', '', 'Albany', '', '', '', ''])


def write_dictionary(folder):
    with open_table(folder, 'sample-dictionary.csv') as file:
        writer = csv.writer(file, lineterminator='\n')
        writer.writerow(DICTIONARY_COLUMNS)
        for number, text in enumerate(TEXTS, 1):
            title = text.title + ' (fictional)'
            writer.writerow([number, text.topic, title, title, text.code, text.polarity, text.unit, 'NA', 'NA',
                             text.words + ' Fictional figures of places that do not exist.', 'New data', 'TBC',
                             'Fictional sample of Waymark', 'Drawn at random by tools/make-sample.py, seed %d.' % SEED,
                             'NA', text.decimals, text.basis, 'NA'])


def closeness(distance):
    for limit, words in ((0.35, 'Extremely close'), (0.7, 'Very close'), (1.1, 'Close'), (1.6, 'Somewhat close')):
        if distance < limit:
            return words
    return 'Not close'


def write_neighbours(maker, folder):
    regions = dict(REGIONS)
    today = [area for area in maker.areas if area.last is None]

    def distance(a, b):
        size = math.log(a.children / b.children) if SMALL not in (a.code, b.code) else 3.0
        return math.sqrt((a.need - b.need) ** 2 + 0.5 * (a.style - b.style) ** 2 + 0.3 * size ** 2)

    with open_table(folder, 'sample-neighbours.csv') as file:
        writer = csv.writer(file, lineterminator='\n')
        writer.writerow(['la_num', 'la_name', 'go_ind', 'go_region']
                        + [c for i in range(1, 11) for c in ('sn%d' % i, 'sn%d_closeness' % i)] + ['group'])
        for area in today:
            others = sorted((a for a in today if a is not area and a.code != SMALL),
                            key=lambda a: (round(distance(area, a), 9), a.code))[:10]
            writer.writerow([area.code, area.name, int(area.region) - 690, regions[area.region]]
                            + [c for a in others for c in (a.code, closeness(distance(area, a)))] + ['current'])


def write_all(folder):
    maker = Maker()
    maker.make()
    write_values(maker, folder)
    write_areas(maker, folder)
    write_dictionary(folder)
    write_neighbours(maker, folder)


def check(folder):
    """Makes the sample once more elsewhere; gives the files that differ from the folder's."""
    with tempfile.TemporaryDirectory() as again:
        write_all(again)
        names = sorted(os.listdir(again))
        return filecmp.cmpfiles(folder, again, names, shallow=False)[1:]


def main():
    here = os.path.dirname(os.path.abspath(__file__))
    arguments = [a for a in sys.argv[1:] if a != '--check']
    folder = arguments[0] if arguments else os.path.join(here, '..', 'data', 'sample')
    if '--check' not in sys.argv:
        write_all(folder)
        return
    differing, absent = check(folder)
    for name in differing + absent:
        print('%s is not what this script makes' % name)
    sys.exit(1 if differing or absent else 0)


if __name__ == '__main__':
    main()
