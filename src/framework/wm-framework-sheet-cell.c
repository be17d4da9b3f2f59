/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Single cells of tables: the parts of an item in one cell, and choices as people write them. */

#include "config.h"

#include "wm-framework-sheet-private.h"

#include "wm-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define BETWEEN_PARTS ';'
#define BETWEEN_CELLS '|'
#define ESCAPE '\\'

static void
append_escaped (GString *text, const char *cell)
{
  for (const char *c = cell; *c != '\0'; c++)
    {
      if (*c == BETWEEN_PARTS || *c == BETWEEN_CELLS || *c == ESCAPE)
        g_string_append_c (text, ESCAPE);
      g_string_append_c (text, *c);
    }
}

/* The parts of a kind in one cell: cells with " | " between, parts with "; ", and a backslash before
 * these signs where they are meant. */
char *
wm_sheet_join_parts (const WmFrameworkItem *item, WmPartKind kind)
{
  GString *text = g_string_new (NULL);

  for (guint part = 0; part < wm_framework_item_get_n_parts (item, kind); part++)
    for (guint cell = 0; cell < wm_part_get_n_cells (kind); cell++)
      {
        const char *one = wm_framework_item_get_part (item, kind, part, cell);

        g_string_append (text, cell > 0 ? " | " : part > 0 ? "; " : "");
        append_escaped (text, one != NULL ? one : "");
      }
  return g_string_free (text, FALSE);
}

static char *
take_trimmed (GString *text)
{
  char *trimmed = wm_text_trim (text->str);

  g_string_truncate (text, 0);
  return trimmed;
}

/* The parts of a text as lists of cells. Breaks of lines part a plain list too. */
static GPtrArray *
split (const char *text)
{
  gboolean is_plain = strchr (text, BETWEEN_CELLS) == NULL;
  GPtrArray *parts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_autoptr (GString) cell = g_string_new (NULL);
  g_autoptr (GPtrArray) cells = g_ptr_array_new ();

  for (const char *c = text;; c++)
    {
      gboolean ends_part = *c == '\0' || *c == BETWEEN_PARTS || (is_plain && *c == '\n');

      if (*c == ESCAPE && c[1] != '\0')
        g_string_append_c (cell, *++c);
      else if (!ends_part && *c != BETWEEN_CELLS)
        g_string_append_c (cell, *c);
      else
        g_ptr_array_add (cells, take_trimmed (cell));
      if (ends_part)
        {
          g_ptr_array_add (cells, NULL);
          g_ptr_array_add (parts, g_memdup2 (cells->pdata, cells->len * sizeof (char *)));
          g_ptr_array_set_size (cells, 0);
        }
      if (*c == '\0')
        return parts;
    }
}

/* What kind of source a name stands for, as far as the words tell. */
static const char *
guess_source_kind (const char *name)
{
  static const char *const returns[] = { "census", "903", "lait", "interactive tool", "return", "dfe", "national" };
  g_autofree char *folded = wm_text_fold (name);

  if (strstr (folded, "survey") != NULL)
    return "survey";
  for (gsize i = 0; i < G_N_ELEMENTS (returns); i++)
    if (strstr (folded, returns[i]) != NULL)
      return "return";
  return "record";
}

/* One text that is no list of cells: what it says, and what the heading of its column says. A
 * heading such as "NI number" is the scheme of a reference, "Service" the grouping of a tag. */
static GStrv
make_cells (const char *text, WmPartKind kind, const char *heading)
{
  const char *cells[WM_MAX_CELLS + 1] = { text, NULL };

  switch (kind)
    {
    case WM_PART_SOURCE:
      cells[WM_SOURCE_KIND] = guess_source_kind (text);
      cells[WM_SOURCE_NAME] = text;
      break;
    case WM_PART_REFERENCE:
      cells[WM_REFERENCE_SCHEME] = heading;
      cells[WM_REFERENCE_CODE] = text;
      break;
    case WM_PART_TAG:
      cells[WM_TAG_GROUPING] = heading;
      cells[WM_TAG_VALUE] = text;
      break;
    case WM_PART_SUB_MEASURE:
    case WM_PART_PILOT:
    case WM_PART_READ_WITH:
    case WM_PART_LEADS_TO:
    default:
      break;
    }
  return g_strdupv ((GStrv) cells);
}

/* Other words for choices, folded. */
static const struct
{
  const char *words;
  const char *id;
} synonyms[] = {
  { "high", "higher" }, { "up", "higher" }, { "increase", "higher" }, { "high is good", "higher" },
  { "higher is good", "higher" }, { "bigger is better", "higher" },
  { "low", "lower" }, { "down", "lower" }, { "decrease", "lower" }, { "low is good", "lower" },
  { "lower is good", "lower" }, { "smaller is better", "lower" },
  { "neutral", "none" }, { "n a", "none" }, { "no polarity", "none" },
  { "y", "yes" }, { "true", "yes" }, { "x", "yes" }, { "1", "yes" },
  { "n", "no" }, { "false", "no" }, { "0", "no" },
  { "available", "ready" }, { "now", "ready" }, { "available now", "ready" },
  { "new collection", "new" }, { "can be derived", "derivable" }, { "derived", "derivable" },
  { "user views", "user-views" }, { "workforce", "organisation" }, { "practice", "organisation" },
  { "national return", "return" }, { "local record", "record" },
};

static gboolean
is_choice (const WmChoice *choice, const char *folded)
{
  g_autofree char *id = wm_text_fold (choice->id);
  g_autofree char *label = wm_text_fold (choice->label);
  g_autofree char *translated = wm_text_fold (_(choice->label));

  return g_str_equal (id, folded) || g_str_equal (label, folded) || g_str_equal (translated, folded);
}

/* Whether a text goes on after the id of a choice, as "higher-better" and "snapshot at 31 March". */
static gboolean
begins_with_id (const char *folded, const WmChoice *choice)
{
  g_autofree char *id = wm_text_fold (choice->id);

  return g_str_has_prefix (folded, id) && folded[strlen (id)] == ' ';
}

/* The choice that a text means: its id, its label in English or in the person's language, another
 * usual word, or a text that begins with the id; NULL for none. */
const char *
wm_sheet_find_choice (const WmChoice *choices, const char *text)
{
  g_autofree char *folded = wm_text_fold (text);

  for (gsize i = 0; choices[i].id != NULL; i++)
    if (is_choice (&choices[i], folded))
      return choices[i].id;
  for (gsize i = 0; i < G_N_ELEMENTS (synonyms); i++)
    if (g_str_equal (synonyms[i].words, folded) && wm_choice_has (choices, synonyms[i].id))
      return synonyms[i].id;
  for (gsize i = 0; choices[i].id != NULL; i++)
    if (begins_with_id (folded, &choices[i]))
      return choices[i].id;
  return NULL;
}

/* Whether the cells of a part are as the program writes them, rather than a plain list whose names
 * have the sign of cells between them. */
static gboolean
are_cells (GStrv cells, WmPartKind kind)
{
  const WmPartInfo *info = wm_part_get_info (kind);

  if (g_strv_length (cells) > wm_part_get_n_cells (kind))
    return FALSE;
  for (guint i = 0; cells[i] != NULL; i++)
    if (*cells[i] != '\0' && info->choices[i] != NULL && wm_sheet_find_choice (info->choices[i], cells[i]) == NULL)
      return FALSE;
  return TRUE;
}

/* The cells of each part in a cell of a table, as [func@sheet_join_parts] writes them or as a plain
 * list of names: arrays of texts that end in NULL, "" for nothing. */
GPtrArray *
wm_sheet_split_parts (const char *text, WmPartKind kind, const char *heading)
{
  g_autoptr (GPtrArray) found = split (text);
  GPtrArray *parts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  for (guint i = 0; i < found->len; i++)
    {
      GStrv cells = found->pdata[i];

      if (cells[1] != NULL && are_cells (cells, kind))
        g_ptr_array_add (parts, g_strdupv (cells));
      else
        for (guint cell = 0; cells[cell] != NULL; cell++)
          if (*cells[cell] != '\0')
            g_ptr_array_add (parts, make_cells (cells[cell], kind, heading));
    }
  return parts;
}
