/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* A difference-in-differences answer as a table, as text and as JSON. */

#include "config.h"

#include "wm-impact-write.h"

#include "wm-words-did.h"
#include "wm-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/**
 * wm_coefficient_table_new:
 *
 * Makes an empty table of coefficients, with the headings that machine output has.
 *
 * Returns: (transfer full): the table
 */
WmTable *
wm_coefficient_table_new (void)
{
  static const char *const names[] = {
    "estimate", "std_error", "statistic", "df", "p_value", "ci_low", "ci_high",
  };
  WmTable *table = wm_table_new ();

  wm_table_add_column (table, "term", WM_COLUMN_TEXT);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    wm_table_add_column (table, names[i], WM_COLUMN_NUMBER);
  return table;
}

/**
 * wm_coefficient_table_add:
 * @table: a table of coefficients
 * @coefficient: a coefficient
 * @term: what it belongs to
 *
 * Adds a row.
 */
void
wm_coefficient_table_add (WmTable *table, const WmCoefficient *coefficient, const char *term)
{
  wm_table_begin_row (table);
  wm_table_add_text (table, term);
  wm_table_add_number (table, coefficient->estimate);
  wm_table_add_number (table, coefficient->std_error);
  wm_table_add_number (table, coefficient->statistic);
  wm_table_add_number (table, coefficient->df);
  wm_table_add_number (table, coefficient->p_value);
  wm_table_add_number (table, coefficient->ci_low);
  wm_table_add_number (table, coefficient->ci_high);
}

/**
 * wm_impact_make_table:
 * @self: an answer
 *
 * Makes the table of coefficients.
 *
 * Returns: (transfer full): the table
 */
WmTable *
wm_impact_make_table (const WmImpact *self)
{
  WmTable *table = wm_coefficient_table_new ();

  g_return_val_if_fail (self != NULL, table);

  for (gsize i = 0; i < self->result->n_coefficients; i++)
    wm_coefficient_table_add (table, &self->result->coefficients[i],
                              self->result->coefficients[i].term);
  return table;
}

/* A coefficient by the name that a reader knows it by. */
static const char *
get_term_words (const char *term)
{
  static const struct
  {
    const char *term;
    const char *words;
  } terms[] = {
    { "intercept", N_("Comparison group before the start") },
    { "post", N_("Change of the comparison group") },
    { "treated", N_("Treated group, difference before the start") },
    { "did", N_("Effect: how much more the treated group changed") },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (terms); i++)
    if (g_str_equal (terms[i].term, term))
      return _(terms[i].words);
  return term;
}

/**
 * wm_impact_make_words_table:
 * @self: an answer
 *
 * Makes the table of coefficients for people: terms and headings in words, p-values as they are
 * printed.
 *
 * Returns: (transfer full): the table
 */
WmTable *
wm_impact_make_words_table (const WmImpact *self)
{
  WmTable *table = wm_table_new ();
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;

  g_return_val_if_fail (self != NULL, table);

  /* Translators: heading of the lower end of an interval; %g is its level in percent. */
  low = g_strdup_printf (_("%g%% from"), self->result->level * 100);
  /* Translators: heading of the upper end of an interval; %g is its level in percent. */
  high = g_strdup_printf (_("%g%% to"), self->result->level * 100);
  wm_table_add_column (table, _("What"), WM_COLUMN_TEXT);
  wm_table_add_column (table, _("Estimate"), WM_COLUMN_NUMBER);
  wm_table_add_column (table, _("Standard error"), WM_COLUMN_NUMBER);
  wm_table_add_column (table, low, WM_COLUMN_NUMBER);
  wm_table_add_column (table, high, WM_COLUMN_NUMBER);
  wm_table_add_column (table, _("Statistic"), WM_COLUMN_NUMBER);
  wm_table_add_column (table, _("Degrees of freedom"), WM_COLUMN_NUMBER);
  wm_table_add_column (table, _("p"), WM_COLUMN_TEXT);
  for (gsize i = 0; i < self->result->n_coefficients; i++)
    {
      const WmCoefficient *coefficient = &self->result->coefficients[i];
      g_autofree char *p = wm_words_p_value (coefficient->p_value);

      wm_table_begin_row (table);
      wm_table_add_text (table, get_term_words (coefficient->term));
      wm_table_add_number (table, coefficient->estimate);
      wm_table_add_number (table, coefficient->std_error);
      wm_table_add_number (table, coefficient->ci_low);
      wm_table_add_number (table, coefficient->ci_high);
      wm_table_add_number (table, coefficient->statistic);
      wm_table_add_number (table, coefficient->df);
      wm_table_add_text (table, p);
    }
  return table;
}

/**
 * wm_impact_make_means_table:
 * @self: an answer
 *
 * Makes the table of the four means, with the numbers of areas and of rows behind each.
 *
 * Returns: (transfer full): the table
 */
WmTable *
wm_impact_make_means_table (const WmImpact *self)
{
  WmTable *table = wm_table_new ();
  const WmGroup *groups[2] = { self->control, self->treated };

  wm_table_add_column (table, _("Group"), WM_COLUMN_TEXT);
  wm_table_add_column (table, _("When"), WM_COLUMN_TEXT);
  wm_table_add_column (table, _("Mean"), WM_COLUMN_NUMBER);
  wm_table_add_column (table, _("Areas"), WM_COLUMN_NUMBER);
  wm_table_add_column (table, _("Values"), WM_COLUMN_NUMBER);
  for (int group = 1; group >= 0; group--)
    for (int phase = 0; phase < 2; phase++)
      {
        const WmDidCell *cell = &self->result->cells[group][phase];

        wm_table_begin_row (table);
        wm_table_add_text (table, groups[group]->label);
        wm_table_add_text (table, phase == 0 ? _("before") : _("after"));
        wm_table_add_number (table, cell->mean);
        wm_table_add_number (table, cell->n_areas);
        wm_table_add_number (table, cell->n_rows);
      }
  return table;
}

static void
append_heading (GString *text, const char *heading)
{
  g_string_append_printf (text, "\n%s\n", heading);
}

static void
append_table (GString *text, WmTable *owned_table)
{
  g_autoptr (WmTable) table = owned_table;
  g_autofree char *table_text = wm_table_to_text (table);

  g_string_append (text, table_text);
}

static void
append_lines (GString *text, const GPtrArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (text, "  - %s\n", (const char *) g_ptr_array_index (lines, i));
}

/**
 * wm_impact_to_text:
 * @self: an answer
 *
 * Writes an answer for people: the sentences first, then the tables, then what to keep in mind.
 *
 * Returns: (transfer full): the text
 */
char *
wm_impact_to_text (const WmImpact *self)
{
  GString *text = g_string_new (NULL);
  g_autofree char *errors = NULL;

  g_return_val_if_fail (self != NULL, g_string_free (text, FALSE));

  for (guint i = 0; i < self->sentences->len; i++)
    g_string_append_printf (text, "%s\n", (const char *) g_ptr_array_index (self->sentences, i));
  append_heading (text, self->start_words);
  append_heading (text, _("Means"));
  append_table (text, wm_impact_make_means_table (self));
  append_heading (text, _("Estimates"));
  append_table (text, wm_impact_make_table (self));
  errors = wm_words_errors (self->result);
  g_string_append_printf (text, "%s; %s\n", wm_words_estimator (self->result->estimator), errors);
  if (self->cautions->len > 0)
    {
      append_heading (text, _("Keep in mind"));
      append_lines (text, self->cautions);
    }
  append_heading (text, self->assumptions);
  if (*self->source_line != '\0')
    append_heading (text, self->source_line);
  return g_string_free (text, FALSE);
}

/**
 * wm_coefficient_write_json:
 * @self: a coefficient
 * @writer: a writer in an array or object
 *
 * Writes the members of a coefficient.
 */
void
wm_coefficient_write_json (const WmCoefficient *self, WmJsonWriter *writer)
{
  static const char *const distributions[] = {
    [WM_DISTRIBUTION_NORMAL] = "normal",
    [WM_DISTRIBUTION_T] = "t",
    [WM_DISTRIBUTION_NONE] = NULL,
  };

  wm_json_writer_add_number (writer, "estimate", self->estimate);
  wm_json_writer_add_number (writer, "std_error", self->std_error);
  wm_json_writer_add_number (writer, "statistic", self->statistic);
  wm_json_writer_add_text (writer, "distribution", distributions[self->distribution]);
  wm_json_writer_add_number (writer, "df", self->df);
  wm_json_writer_add_number (writer, "p_value", self->p_value);
  wm_json_writer_add_number (writer, "ci_low", self->ci_low);
  wm_json_writer_add_number (writer, "ci_high", self->ci_high);
}

static void
write_coefficients (const WmDidResult *result, WmJsonWriter *writer)
{
  wm_json_writer_begin_array (writer, "coefficients");
  for (gsize i = 0; i < result->n_coefficients; i++)
    {
      wm_json_writer_begin_object (writer, NULL);
      wm_json_writer_add_text (writer, "term", result->coefficients[i].term);
      wm_coefficient_write_json (&result->coefficients[i], writer);
      wm_json_writer_end_object (writer);
    }
  wm_json_writer_end_array (writer);
}

static void
write_cells (const WmDidResult *result, WmJsonWriter *writer)
{
  static const char *const names[2][2] = { { "control_pre", "control_post" },
                                           { "treated_pre", "treated_post" } };

  wm_json_writer_begin_object (writer, "means");
  for (int group = 1; group >= 0; group--)
    for (int phase = 0; phase < 2; phase++)
      {
        const WmDidCell *cell = &result->cells[group][phase];

        wm_json_writer_begin_object (writer, names[group][phase]);
        wm_json_writer_add_number (writer, "mean", cell->mean);
        wm_json_writer_add_count (writer, "n_areas", cell->n_areas);
        wm_json_writer_add_count (writer, "n_rows", cell->n_rows);
        wm_json_writer_end_object (writer);
      }
  wm_json_writer_end_object (writer);
}

static void
write_variance_components (const WmDidResult *result, WmJsonWriter *writer)
{
  if (result->estimator != WM_DID_RANDOM_EFFECTS)
    {
      wm_json_writer_add_text (writer, "variance_components", NULL);
      return;
    }
  wm_json_writer_begin_object (writer, "variance_components");
  wm_json_writer_add_number (writer, "sigma2_idiosyncratic", result->sigma2_idiosyncratic);
  wm_json_writer_add_number (writer, "sigma2_area", result->sigma2_area);
  if (result->theta_min == result->theta_max)
    wm_json_writer_add_number (writer, "theta", result->theta_min);
  else
    {
      wm_json_writer_begin_array (writer, "theta");
      wm_json_writer_add_number (writer, NULL, result->theta_min);
      wm_json_writer_add_number (writer, NULL, result->theta_max);
      wm_json_writer_end_array (writer);
    }
  wm_json_writer_end_object (writer);
}

static void
write_pretrend (const WmImpact *self, WmJsonWriter *writer)
{
  if (self->pretrend == NULL)
    {
      wm_json_writer_add_text (writer, "pretrend", NULL);
      return;
    }
  wm_json_writer_begin_object (writer, "pretrend");
  wm_json_writer_begin_object (writer, "slope_classical");
  wm_coefficient_write_json (&self->pretrend->classical, writer);
  wm_json_writer_end_object (writer);
  wm_json_writer_begin_object (writer, "slope_clustered");
  wm_coefficient_write_json (&self->pretrend->clustered, writer);
  wm_json_writer_end_object (writer);
  wm_json_writer_begin_array (writer, "gaps");
  for (gsize i = 0; i < self->pretrend->n_gaps; i++)
    {
      wm_json_writer_begin_object (writer, NULL);
      wm_json_writer_add_text (writer, "period",
                               self->panel->period_labels[self->pretrend->gaps[i].period]);
      wm_json_writer_add_number (writer, "gap", self->pretrend->gaps[i].gap);
      wm_json_writer_end_object (writer);
    }
  wm_json_writer_end_array (writer);
  wm_json_writer_end_object (writer);
}

static void
write_influence_of (const WmImpact *self, const WmInfluence *influence, WmJsonWriter *writer)
{
  wm_json_writer_add_text (writer, "area", self->panel->areas[influence->area]->name);
  if (influence->period != G_MAXSIZE)
    wm_json_writer_add_text (writer, "period", self->panel->period_labels[influence->period]);
  wm_json_writer_add_number (writer, "estimate", influence->estimate);
  wm_json_writer_add_number (writer, "p_value", influence->p_value);
  wm_json_writer_add_boolean (writer, "changes_sign", influence->changes_sign);
  wm_json_writer_add_boolean (writer, "changes_decision", influence->changes_decision);
}

static void
write_influence (const WmImpact *self, WmJsonWriter *writer)
{
  if (self->influence == NULL)
    {
      wm_json_writer_add_text (writer, "influence", NULL);
      return;
    }
  wm_json_writer_begin_object (writer, "influence");
  wm_json_writer_begin_array (writer, "without_area");
  for (gsize i = 0; i < self->influence->n_areas; i++)
    {
      wm_json_writer_begin_object (writer, NULL);
      write_influence_of (self, &self->influence->areas[i], writer);
      wm_json_writer_end_object (writer);
    }
  wm_json_writer_end_array (writer);
  if (!isnan (self->influence->value.estimate))
    {
      wm_json_writer_begin_object (writer, "without_value");
      write_influence_of (self, &self->influence->value, writer);
      wm_json_writer_end_object (writer);
    }
  wm_json_writer_end_object (writer);
}

static void
write_words (const WmImpact *self, WmJsonWriter *writer)
{
  wm_json_writer_begin_array (writer, "warnings");
  for (guint i = 0; i < self->cautions->len; i++)
    {
      wm_json_writer_begin_object (writer, NULL);
      wm_json_writer_add_text (writer, "code", self->caution_codes[i]);
      wm_json_writer_add_text (writer, "message", g_ptr_array_index (self->cautions, i));
      wm_json_writer_end_object (writer);
    }
  wm_json_writer_end_array (writer);
  wm_json_writer_begin_array (writer, "sentences");
  for (guint i = 0; i < self->sentences->len; i++)
    wm_json_writer_add_text (writer, NULL, g_ptr_array_index (self->sentences, i));
  wm_json_writer_end_array (writer);
}

/**
 * wm_impact_estimator_to_id:
 * @estimator: an estimator
 *
 * Gets the name of an estimator in files.
 *
 * Returns: (transfer none): the name, such as "twfe"
 */
const char *
wm_impact_estimator_to_id (WmDidEstimator estimator)
{
  static const char *const ids[] = {
    [WM_DID_POOLED] = "pooled",
    [WM_DID_RANDOM_EFFECTS] = "re",
    [WM_DID_FIXED_EFFECTS] = "fe",
    [WM_DID_TWO_WAY] = "twfe",
  };

  return ids[estimator];
}

/**
 * wm_impact_to_json:
 * @self: an answer
 *
 * Writes an answer for programs.
 *
 * Returns: (transfer full): the JSON text
 */
char *
wm_impact_to_json (const WmImpact *self)
{
  WmJsonWriter *writer = wm_json_writer_new ();
  const WmDidResult *result = self->result;

  wm_json_writer_begin_object (writer, NULL);
  wm_json_writer_add_text (writer, "method", "did");
  wm_json_writer_add_text (writer, "estimator", wm_impact_estimator_to_id (result->estimator));
  wm_json_writer_add_text (writer, "errors",
                           result->errors == WM_ERRORS_CLUSTER ? "cluster" : "classical");
  wm_json_writer_add_number (writer, "level", result->level);
  wm_json_writer_add_text (writer, "indicator", self->indicator->code);
  wm_json_writer_add_text (writer, "treated", self->treated->label);
  wm_json_writer_add_text (writer, "control", self->control->label);
  wm_json_writer_add_text (writer, "start", self->start < self->panel->n_periods
                                              ? self->panel->period_labels[self->start]
                                              : NULL);
  write_coefficients (result, writer);
  wm_json_writer_add_count (writer, "n_obs", result->n_obs);
  wm_json_writer_add_count (writer, "n_missing", result->n_missing);
  wm_json_writer_add_count (writer, "n_areas", result->n_areas);
  wm_json_writer_add_count (writer, "n_treated", result->n_treated);
  wm_json_writer_add_count (writer, "n_control", result->n_control);
  wm_json_writer_add_count (writer, "n_periods", result->n_periods);
  write_variance_components (result, writer);
  write_cells (result, writer);
  write_pretrend (self, writer);
  write_influence (self, writer);
  write_words (self, writer);
  wm_json_writer_end_object (writer);
  return wm_json_writer_finish (writer);
}
