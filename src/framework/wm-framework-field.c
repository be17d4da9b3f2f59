/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* What can be said of the items of a framework: one table, which the file, its schema, the tables,
 * the comparison and the form all follow. A new field is a line here and one in framework.rng. */

#include "config.h"

#include "wm-framework-field.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define OF_FRAMEWORK (1u << WM_ITEM_FRAMEWORK)
#define OF_DOMAIN (1u << WM_ITEM_DOMAIN)
#define OF_OUTCOME (1u << WM_ITEM_OUTCOME)
#define OF_INDICATOR (1u << WM_ITEM_INDICATOR)
#define OF_ALL (OF_FRAMEWORK | OF_DOMAIN | OF_OUTCOME | OF_INDICATOR)

static const char *const kind_ids[WM_N_ITEM_KINDS] = { "framework", "domain", "outcome", "indicator" };
static const char *const kind_words[WM_N_ITEM_KINDS] = {
  N_("Framework"), N_("Domain"), N_("Outcome"), N_("Indicator"),
};

static const WmChoice directions[] = {
  { "higher", N_("Higher is better") },
  { "lower", N_("Lower is better") },
  { "range", N_("Within a range is better") },
  { "none", N_("No agreed direction") },
  { NULL, NULL }
};

static const WmChoice data_kinds[] = {
  { "organisation", N_("Organisation, workforce and practice") },
  { "snapshot", N_("Snapshot") },
  { "user-views", N_("Users’ views") },
  { "longitudinal", N_("Longitudinal") },
  { NULL, NULL }
};

static const WmChoice availabilities[] = {
  { "ready", N_("Ready now") },
  { "derivable", N_("Can be developed from existing data") },
  { "new", N_("New collection needed") },
  { NULL, NULL }
};

static const WmChoice bindings[] = {
  { "imported", N_("An imported indicator") },
  { "derived", N_("Derived from child-level returns") },
  { "survey", N_("A survey question") },
  { NULL, NULL }
};

static const WmChoice source_kinds[] = {
  { "return", N_("Existing national return") },
  { "record", N_("Existing local record") },
  { "survey", N_("New survey") },
  { NULL, NULL }
};

static const WmChoice verdicts[] = {
  { "yes", N_("Yes") },
  { "partly", N_("Partly") },
  { "no", N_("No") },
  { NULL, NULL }
};

static const WmChoice claims[] = {
  { "yes", N_("Yes") },
  { "no", N_("No") },
  { NULL, NULL }
};

#define LINE(name, title, of) { name, title, of, WM_FIELD_TYPE_LINE, NULL }
#define TEXT(name, title, of) { name, title, of, WM_FIELD_TYPE_TEXT, NULL }
#define NUMBER(name, title) { name, title, OF_INDICATOR, WM_FIELD_TYPE_NUMBER, NULL }
#define DATE(name, title, of) { name, title, of, WM_FIELD_TYPE_DATE, NULL }
#define CHOICE(name, title, of_choices) { name, title, OF_INDICATOR, WM_FIELD_TYPE_CHOICE, of_choices }

static const WmFieldInfo fields[WM_N_FIELDS] = {
  [WM_FIELD_TITLE] = LINE ("title", N_("Title"), OF_ALL),
  [WM_FIELD_CODE] = LINE ("code", N_("Code"), OF_DOMAIN | OF_OUTCOME | OF_INDICATOR),
  [WM_FIELD_SOURCE] = TEXT ("origin", N_("Source of the framework"), OF_FRAMEWORK),
  [WM_FIELD_EDITION] = LINE ("edition", N_("Version"), OF_FRAMEWORK),
  [WM_FIELD_DATE] = DATE ("date", N_("Date"), OF_FRAMEWORK),
  [WM_FIELD_LANGUAGE] = LINE ("language", N_("Language"), OF_FRAMEWORK),
  [WM_FIELD_CHANGES] = TEXT ("changes", N_("What changed"), OF_FRAMEWORK),
  [WM_FIELD_QUESTION] = LINE ("asks", N_("Question"), OF_DOMAIN),
  [WM_FIELD_RATIONALE] = TEXT ("rationale", N_("Rationale"), OF_OUTCOME | OF_INDICATOR),
  [WM_FIELD_DEFINITION] = TEXT ("definition", N_("Definition"), OF_INDICATOR),
  [WM_FIELD_NUMERATOR] = LINE ("numerator", N_("Numerator"), OF_INDICATOR),
  [WM_FIELD_DENOMINATOR] = LINE ("denominator", N_("Denominator"), OF_INDICATOR),
  [WM_FIELD_GROUP] = LINE ("group", N_("Group covered"), OF_OUTCOME | OF_INDICATOR),
  [WM_FIELD_UNIT] = LINE ("unit", N_("Unit"), OF_INDICATOR),
  [WM_FIELD_DECIMALS] = NUMBER ("decimals", N_("Decimals")),
  [WM_FIELD_DIRECTION] = CHOICE ("direction", N_("Direction of good"), directions),
  [WM_FIELD_RANGE_LOW] = NUMBER ("range-low", N_("Range from")),
  [WM_FIELD_RANGE_HIGH] = NUMBER ("range-high", N_("Range to")),
  [WM_FIELD_DIRECTION_BY] = LINE ("direction-by", N_("Direction decided by"), OF_INDICATOR),
  [WM_FIELD_DIRECTION_DATE] = DATE ("direction-date", N_("Direction decided on"), OF_INDICATOR),
  [WM_FIELD_DIRECTION_WHY] = TEXT ("direction-why", N_("Why this direction"), OF_INDICATOR),
  [WM_FIELD_DATA_KIND] = CHOICE ("data-kind", N_("Kind of data"), data_kinds),
  [WM_FIELD_PERIOD] = LINE ("period", N_("Reference period"), OF_INDICATOR),
  [WM_FIELD_COMPARISON] = CHOICE ("comparison", N_("Compares with an earlier period"), claims),
  [WM_FIELD_AVAILABILITY] = CHOICE ("availability", N_("Availability"), availabilities),
  [WM_FIELD_PLACEHOLDER] = CHOICE ("placeholder", N_("Placeholder"), claims),
  [WM_FIELD_LOCAL] = CHOICE ("local", N_("Collected here only"), claims),
  [WM_FIELD_MEANINGFUL] = CHOICE ("meaningful", N_("Meaningful"), verdicts),
  [WM_FIELD_MEANINGFUL_NOTES] = TEXT ("meaningful-notes", N_("Why meaningful or not"), OF_INDICATOR),
  [WM_FIELD_VALID] = CHOICE ("valid", N_("Valid"), verdicts),
  [WM_FIELD_VALID_NOTES] = TEXT ("valid-notes", N_("Why valid or not"), OF_INDICATOR),
  [WM_FIELD_RELIABLE] = CHOICE ("reliable", N_("Reliable"), verdicts),
  [WM_FIELD_RELIABLE_NOTES] = TEXT ("reliable-notes", N_("Why reliable or not"), OF_INDICATOR),
  [WM_FIELD_PRAGMATIC] = CHOICE ("pragmatic", N_("Pragmatic"), verdicts),
  [WM_FIELD_PRAGMATIC_NOTES] = TEXT ("pragmatic-notes", N_("Why pragmatic or not"), OF_INDICATOR),
  [WM_FIELD_VITAL_SIGN] = CHOICE ("vital-sign", N_("Vital sign"), claims),
  [WM_FIELD_VITAL_SIGN_EVIDENCE] = TEXT ("vital-sign-evidence", N_("Evidence as a vital sign"), OF_INDICATOR),
  [WM_FIELD_BINDING] = CHOICE ("binding", N_("Bound to"), bindings),
  [WM_FIELD_BINDING_CODE] = LINE ("binding-code", N_("Bound to code"), OF_INDICATOR),
  [WM_FIELD_NOTES] = TEXT ("notes", N_("Notes"), OF_ALL),
};

static const WmPartInfo parts[WM_N_PART_KINDS] = {
  [WM_PART_SUB_MEASURE] = { "sub-measure", N_("Sub-measures"), OF_INDICATOR,
                            { "title", "direction", "binding-code", "notes" },
                            { N_("Title"), N_("Direction of good"), N_("Bound to code"), N_("Notes") },
                            { NULL, directions, NULL, NULL }, 1, FALSE },
  [WM_PART_SOURCE] = { "source", N_("Data sources"), OF_INDICATOR,
                       { "kind", "name", "fields" },
                       { N_("Kind of source"), N_("Name"), N_("Fields") },
                       { source_kinds, NULL, NULL }, 2, FALSE },
  [WM_PART_REFERENCE] = { "reference", N_("References"), OF_INDICATOR,
                          { "scheme", "code" },
                          { N_("Scheme"), N_("Code") }, { NULL }, 2, FALSE },
  [WM_PART_PILOT] = { "pilot", N_("Pilot questions"), OF_INDICATOR,
                      { "question", "finding" },
                      { N_("Question"), N_("What was found") }, { NULL }, 1, FALSE },
  [WM_PART_TAG] = { "tag", N_("Tags"), OF_OUTCOME | OF_INDICATOR,
                    { "grouping", "value" },
                    { N_("Grouping"), N_("Value") }, { NULL }, 2, FALSE },
  [WM_PART_READ_WITH] = { "read-with", N_("Read with"), OF_INDICATOR,
                          { "to" }, { N_("Indicator") }, { NULL }, 1, TRUE },
  [WM_PART_LEADS_TO] = { "leads-to", N_("Leads to"), OF_DOMAIN | OF_OUTCOME,
                         { "to" }, { N_("Domain or outcome") }, { NULL }, 1, TRUE },
};

/**
 * wm_item_kind_to_id:
 * @kind: a kind of item
 *
 * Gets the name of a kind in files.
 *
 * Returns: (transfer none): the name
 */
const char *
wm_item_kind_to_id (WmItemKind kind)
{
  return kind_ids[kind];
}

/**
 * wm_item_kind_from_id:
 * @id: a name
 * @kind: (out): the kind; untouched when @id names none
 *
 * Finds the kind that a file names.
 *
 * Returns: whether there is such a kind
 */
gboolean
wm_item_kind_from_id (const char *id, WmItemKind *kind)
{
  for (int i = 0; i < WM_N_ITEM_KINDS; i++)
    if (g_str_equal (id, kind_ids[i]))
      {
        *kind = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * wm_item_kind_get_words:
 * @kind: a kind of item
 *
 * Gets the name of a kind for people, such as "Outcome".
 *
 * Returns: (transfer none): the name
 */
const char *
wm_item_kind_get_words (WmItemKind kind)
{
  return _(kind_words[kind]);
}

/**
 * wm_field_get_info:
 * @field: a field
 *
 * Gets what is known about a field.
 *
 * Returns: (transfer none): the row of the table
 */
const WmFieldInfo *
wm_field_get_info (WmField field)
{
  return &fields[field];
}

/**
 * wm_field_from_id:
 * @id: a name
 * @field: (out): the field; untouched when @id names none
 *
 * Finds the field that a file names.
 *
 * Returns: whether there is such a field
 */
gboolean
wm_field_from_id (const char *id, WmField *field)
{
  for (int i = 0; i < WM_N_FIELDS; i++)
    if (g_str_equal (id, fields[i].id))
      {
        *field = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * wm_field_is_of:
 * @field: a field
 * @kind: a kind of item
 *
 * Tells whether items of a kind have a field.
 *
 * Returns: whether they have
 */
gboolean
wm_field_is_of (WmField field, WmItemKind kind)
{
  return (fields[field].kinds & (1u << kind)) != 0;
}

/* A decimal number: the C library knows hexadecimal ones too, which the schema does not. */
static gboolean
is_number (const char *text)
{
  char *end = NULL;
  double number = g_ascii_strtod (text, &end);

  return end != text && *end == '\0' && isfinite (number) && !g_ascii_isspace (*text)
         && strpbrk (text, "xX") == NULL;
}

/* YYYY, YYYY-MM or YYYY-MM-DD, and a day that the calendar has. */
static gboolean
is_date (const char *text)
{
  g_auto (GStrv) numbers = g_strsplit (text, "-", -1);
  guint n = g_strv_length (numbers);
  guint64 values[3] = { 0, 1, 1 };
  static const gsize lengths[3] = { 4, 2, 2 };

  if (n < 1 || n > 3)
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (strlen (numbers[i]) != lengths[i]
        || !g_ascii_string_to_unsigned (numbers[i], 10, 1, 9999, &values[i], NULL))
      return FALSE;
  return values[1] <= 12 && values[2] <= 31 && g_date_valid_dmy (values[2], values[1], values[0]);
}

/**
 * wm_field_accepts:
 * @field: a field
 * @text: (nullable): what it should hold
 *
 * Tells whether a field may hold a text: choices, numbers and dates are checked. Nothing is always
 * accepted.
 *
 * Returns: whether it may
 */
gboolean
wm_field_accepts (WmField field, const char *text)
{
  if (text == NULL || *text == '\0')
    return TRUE;
  switch (fields[field].type)
    {
    case WM_FIELD_TYPE_CHOICE:
      return wm_choice_has (fields[field].choices, text);
    case WM_FIELD_TYPE_NUMBER:
      return is_number (text);
    case WM_FIELD_TYPE_DATE:
      return is_date (text);
    case WM_FIELD_TYPE_LINE:
    case WM_FIELD_TYPE_TEXT:
    default:
      return TRUE;
    }
}

static const char *
find_label (const WmChoice *choices, const char *id)
{
  for (gsize i = 0; choices[i].id != NULL; i++)
    if (g_str_equal (choices[i].id, id))
      return _(choices[i].label);
  return id;
}

/**
 * wm_field_get_words:
 * @field: a field
 * @text: (nullable): what it holds
 *
 * Gets what a person reads for a value: the label of a choice, any other text as it is.
 *
 * Returns: (transfer none): the words; "" for nothing
 */
const char *
wm_field_get_words (WmField field, const char *text)
{
  if (text == NULL)
    return "";
  return fields[field].choices != NULL ? find_label (fields[field].choices, text) : text;
}

/**
 * wm_part_get_info:
 * @part: a kind of part
 *
 * Gets what is known about a kind of part.
 *
 * Returns: (transfer none): the row of the table
 */
const WmPartInfo *
wm_part_get_info (WmPartKind part)
{
  return &parts[part];
}

/**
 * wm_part_from_id:
 * @id: a name
 * @part: (out): the kind of part; untouched when @id names none
 *
 * Finds the kind of part that a file names.
 *
 * Returns: whether there is such a kind
 */
gboolean
wm_part_from_id (const char *id, WmPartKind *part)
{
  for (int i = 0; i < WM_N_PART_KINDS; i++)
    if (g_str_equal (id, parts[i].id))
      {
        *part = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * wm_part_is_of:
 * @part: a kind of part
 * @kind: a kind of item
 *
 * Tells whether items of a kind may have parts of a kind.
 *
 * Returns: whether they may
 */
gboolean
wm_part_is_of (WmPartKind part, WmItemKind kind)
{
  return (parts[part].kinds & (1u << kind)) != 0;
}

/**
 * wm_part_get_n_cells:
 * @part: a kind of part
 *
 * Counts the cells of a kind of part.
 *
 * Returns: the number, from 1 to %WM_MAX_CELLS
 */
guint
wm_part_get_n_cells (WmPartKind part)
{
  guint n = 0;

  while (n < WM_MAX_CELLS && parts[part].cells[n] != NULL)
    n++;
  return n;
}

/**
 * wm_choice_has:
 * @choices: (array zero-terminated=1): choices
 * @id: a value
 *
 * Tells whether a value is among the choices.
 *
 * Returns: whether it is
 */
gboolean
wm_choice_has (const WmChoice *choices, const char *id)
{
  for (gsize i = 0; choices[i].id != NULL; i++)
    if (g_str_equal (choices[i].id, id))
      return TRUE;
  return FALSE;
}

/**
 * wm_choice_list:
 * @choices: (array zero-terminated=1): choices
 *
 * Lists the values of choices for a message.
 *
 * Returns: (transfer full): the values, with commas between
 */
char *
wm_choice_list (const WmChoice *choices)
{
  GString *list = g_string_new (NULL);

  for (gsize i = 0; choices[i].id != NULL; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", choices[i].id);
  return g_string_free (list, FALSE);
}
