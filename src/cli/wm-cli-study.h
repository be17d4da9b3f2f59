/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-cli.h"
#include "wm-impact.h"

G_BEGIN_DECLS

/* The options that "analyse" and "chart did" share: what to compare, and how. */
typedef struct
{
  char *project_path; /* NULL when a table is given */
  char *indicator;
  char *data_path;
  char *area_column;
  char *period_column;
  char *value_column;
  GStrv treated;
  GStrv control;
  char *start;
  char *estimator;
  char *errors;
  GStrv covariates;
  double level;
  char *save;         /* the name to keep the result under; only "analyse" has it */

  /* What they resolve to. */
  WmProject *project;
  WmPanel *panel;
  GPtrArray *covariate_panels;
  GStrv treated_items;
  GStrv control_items;
  WmImpactSpec spec;
} WmCliStudy;

#define WM_CLI_STUDY_INIT { .level = 0.95 }

#define WM_CLI_STUDY_ENTRIES(study) \
  { "indicator", 'i', 0, G_OPTION_ARG_STRING, &(study).indicator, N_("Code of the measure"), "CODE" }, \
  { "data", 0, 0, G_OPTION_ARG_FILENAME, &(study).data_path, N_("A table instead of a project"), "FILE.csv" }, \
  { "area-column", 0, 0, G_OPTION_ARG_STRING, &(study).area_column, N_("Its column of areas (default: area)"), "NAME" }, \
  { "period-column", 0, 0, G_OPTION_ARG_STRING, &(study).period_column, N_("Its column of periods (default: period)"), "NAME" }, \
  { "value-column", 0, 0, G_OPTION_ARG_STRING, &(study).value_column, N_("Its column of values (default: value)"), "NAME" }, \
  { "treated", 't', 0, G_OPTION_ARG_STRING_ARRAY, &(study).treated, N_("The group that had the programme"), "\"A;B;…\"" }, \
  { "control", 'c', 0, G_OPTION_ARG_STRING_ARRAY, &(study).control, N_("The group to compare with"), "\"C;D;…\"" }, \
  { "start", 's', 0, G_OPTION_ARG_STRING, &(study).start, N_("First period after the start, or a date"), "YEAR" }, \
  { "estimator", 'e', 0, G_OPTION_ARG_STRING, &(study).estimator, N_("pooled, re, fe or twfe (default)"), "NAME" }, \
  { "errors", 0, 0, G_OPTION_ARG_STRING, &(study).errors, N_("classical or cluster (default)"), "NAME" }, \
  { "covariate", 0, 0, G_OPTION_ARG_STRING_ARRAY, &(study).covariates, N_("A measure (or column) to adjust for; may be repeated"), "CODE" }, \
  { "level", 0, 0, G_OPTION_ARG_DOUBLE, &(study).level, N_("Level of the intervals (default: 0.95)"), "0.95" }

gboolean wm_cli_study_check (WmCliStudy  *self,
                             GStrv        arguments,
                             WmCliStatus *status);
gboolean wm_cli_study_load  (WmCliStudy  *self,
                             GError     **error);
void     wm_cli_study_clear (WmCliStudy  *self);

const char *wm_cli_estimator_to_id (WmDidEstimator estimator);
const char *wm_cli_errors_to_id    (WmErrors       errors);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (WmCliStudy, wm_cli_study_clear)

G_END_DECLS
