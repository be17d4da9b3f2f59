/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* waymark-cli chart: the charts of the window as images. */

#include "config.h"

#include "wm-cli-mechanism.h"
#include "wm-cli-study.h"

#include "wm-chart-export.h"
#include "wm-chart-table.h"
#include "wm-measure.h"
#include "wm-reference.h"
#include "wm-store-sets.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

static WmCliStatus chart (GStrv arguments);

const WmCliCommand wm_cli_chart = {
  .name = "chart",
  .arguments = "timeseries|dots|did|mechanism [P.waymark | --data FILE.csv | F] … --output FILE.(png|svg|pdf)",
  .summary = N_("Draw a chart, or all charts of a set for a group of authorities"),
  .run = chart,
};

/* Everything that the command line says about a chart. */
typedef struct
{
  WmCliStudy study;
  char *kind;
  char *area;
  GStrv others;
  char *set;
  GStrv for_each;
  char *output;
  char *output_folder;
  char *alt_text;
  char *table;
  int width;
  int height;
  double scale;
  char *theme_name;
  gboolean axis_from_data;
  WmChartTheme theme;
  char *framework;
  char *colour;
  WmMechanismTone tone;
} Options;

static void
options_clear (Options *self)
{
  wm_cli_study_clear (&self->study);
  g_free (self->kind);
  g_free (self->area);
  g_strfreev (self->others);
  g_free (self->set);
  g_strfreev (self->for_each);
  g_free (self->output);
  g_free (self->output_folder);
  g_free (self->alt_text);
  g_free (self->table);
  g_free (self->theme_name);
  g_free (self->framework);
  g_free (self->colour);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
save_words (const Options *options, const WmChart *drawing, GError **error)
{
  g_autofree char *words = NULL;
  g_autofree char *line = NULL;

  if (options->alt_text == NULL)
    return TRUE;
  words = wm_chart_dup_long_text (drawing);
  line = g_strconcat (words, "\n", NULL);
  return g_file_set_contents (options->alt_text, line, -1, error);
}

static gboolean
save_table (const Options *options, const WmChart *drawing, GError **error)
{
  g_autoptr (WmTable) table = NULL;

  if (options->table == NULL)
    return TRUE;
  table = wm_chart_get_table (drawing);
  return wm_table_save (table, options->table, error);
}

static gboolean
save (const Options *options, WmChart *drawing, const char *path, GError **error)
{
  WmImageFormat format;

  if (!wm_image_format_from_path (path, &format))
    {
      g_set_error (error, WM_PROJECT_ERROR, WM_PROJECT_ERROR_BAD_FILE,
                   _("“%s” ends in none of .png, .svg and .pdf, so the kind of image is not known."), path);
      return FALSE;
    }
  wm_chart_set_starts_at_zero (drawing, !options->axis_from_data);
  if (!wm_chart_save (drawing, path, format, options->width, options->height, options->scale,
                      options->theme, error))
    return FALSE;
  return save_words (options, drawing, error) && save_table (options, drawing, error);
}

static GStrv
resolve_codes (WmProject *project, const char *const *texts, GError **error)
{
  g_auto (GStrv) items = wm_group_split (texts);
  g_autoptr (GStrvBuilder) codes = g_strv_builder_new ();
  g_autoptr (WmGroup) group = NULL;

  if (items[0] == NULL)
    return g_strv_builder_end (codes);
  group = wm_group_resolve (project, (const char *const *) items, error);
  if (group == NULL)
    return NULL;
  for (guint i = 0; i < group->areas->len; i++)
    g_strv_builder_add (codes, ((WmArea *) g_ptr_array_index (group->areas, i))->code);
  return g_strv_builder_end (codes);
}

static WmChart *
make_measure_chart (const Options *options, const char *indicator, const char *area, GError **error)
{
  WmProject *project = options->study.project;
  g_autoptr (WmMeasure) measure = wm_measure_new (project, indicator, area, error);
  g_auto (GStrv) others = NULL;

  if (measure == NULL)
    return NULL;
  if (g_str_equal (options->kind, "dots"))
    return wm_measure_make_dots (project, measure, error);
  others = resolve_codes (project, (const char *const *) options->others, error);
  if (others == NULL)
    return NULL;
  return wm_measure_make_time_series (project, measure, (const char *const *) others, error);
}

static WmChart *
make_did_chart (Options *options, GError **error)
{
  g_autoptr (WmImpact) impact = wm_impact_new (options->study.project, &options->study.spec, error);

  return impact != NULL ? wm_impact_make_chart (options->study.project, impact, error) : NULL;
}

/* A file name from a name of an area or a code of a measure, safe on every system. */
static char *
make_file_name (const char *area, const char *code)
{
  char *name = g_strdup_printf ("%s - %s.png", area, code);

  return g_strdelimit (name, "/\\:*?\"<>|", '_');
}

static GStrv
list_set_codes (WmProject *project, const char *set_name, GError **error)
{
  g_autoptr (WmMeasureSet) set = NULL;

  if (set_name == NULL || g_ascii_strcasecmp (set_name, "starter") == 0)
    return g_strdupv ((char **) wm_reference_get_starter_set ());
  set = wm_store_get_set (wm_project_get_store (project), set_name, error);
  return set != NULL ? g_strdupv (set->indicator_codes) : NULL;
}

static gboolean
save_one_of_many (const Options *options, const char *code, const WmArea *area, guint *n_saved,
                  GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (WmChart) drawing = make_measure_chart (options, code, area->code, &local_error);
  g_autofree char *name = make_file_name (area->name, code);
  g_autofree char *path = g_build_filename (options->output_folder, name, NULL);

  if (drawing == NULL && local_error->domain == WM_PROJECT_ERROR)
    {
      /* A measure that the project or the authority lacks is said, and the others go on. */
      wm_cli_say ("%s: %s", name, local_error->message);
      return TRUE;
    }
  if (drawing == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  *n_saved += 1;
  return save (options, drawing, path, error);
}

static gboolean
save_many (const Options *options, GError **error)
{
  WmProject *project = options->study.project;
  g_auto (GStrv) areas = resolve_codes (project, (const char *const *) options->for_each, error);
  g_auto (GStrv) codes = NULL;
  guint n_saved = 0;

  if (areas != NULL)
    codes = options->study.indicator != NULL ? g_strsplit (options->study.indicator, "\n", 1)
                                             : list_set_codes (project, options->set, error);
  if (codes == NULL)
    return FALSE;
  if (g_mkdir_with_parents (options->output_folder, 0777) != 0)
    {
      g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_FAILED, _("The folder “%s” cannot be made."),
                   options->output_folder);
      return FALSE;
    }
  for (gsize a = 0; areas[a] != NULL; a++)
    for (gsize c = 0; codes[c] != NULL; c++)
      if (!save_one_of_many (options, codes[c],
                             wm_area_set_find_code (wm_project_get_areas (project), areas[a]), &n_saved,
                             error))
        return FALSE;
  wm_cli_say (ngettext ("%u chart saved.", "%u charts saved.", n_saved), n_saved);
  return TRUE;
}

static gboolean
save_single (Options *options, GError **error)
{
  g_autoptr (WmChart) drawing = NULL;

  if (g_str_equal (options->kind, "did"))
    drawing = make_did_chart (options, error);
  else
    {
      WmArea *own = wm_project_get_own_authority (options->study.project);
      const char *area = options->area != NULL ? options->area : own != NULL ? own->code : NULL;

      if (area == NULL)
        {
          g_set_error_literal (error, WM_PROJECT_ERROR, WM_PROJECT_ERROR_UNKNOWN_AREA,
                               _("Which authority? Name it with --area."));
          return FALSE;
        }
      drawing = make_measure_chart (options, options->study.indicator, area, error);
    }
  return drawing != NULL && save (options, drawing, options->output, error);
}

static WmCliStatus
save_mechanism (const Options *options, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WmChart) drawing = NULL;

  if (name == NULL)
    return wm_cli_misuse (_("of what? Name a project or a framework."));
  drawing = wm_cli_make_mechanism (name, options->framework, options->tone, &error);
  if (drawing == NULL || !save (options, drawing, options->output, &error))
    return wm_cli_fail (error);
  return WM_CLI_DONE;
}

static gboolean
is_mechanism (const Options *options)
{
  return g_str_equal (options->kind, "mechanism");
}

static gboolean
check_output (const Options *options, WmCliStatus *status)
{
  gboolean is_did = g_str_equal (options->kind, "did");

  if (options->for_each != NULL)
    {
      if (!is_did && !is_mechanism (options) && options->output_folder != NULL && options->study.data_path == NULL)
        return TRUE;
      *status = wm_cli_misuse (_("--for-each draws timeseries or dots of a project, into --output-folder"));
      return FALSE;
    }
  if (options->output == NULL)
    *status = wm_cli_misuse (_("where to? Name an image with --output."));
  else if (is_did && options->study.start == NULL)
    *status = wm_cli_misuse (_("from when? Give the first period after the start with --start."));
  else if (!is_did && options->study.data_path != NULL)
    *status = wm_cli_misuse (_("--data is for did charts"));
  else
    return TRUE;
  return FALSE;
}

static gboolean
check_options (Options *options, GStrv arguments, WmCliStatus *status)
{
  static const char *const kinds[] = { "timeseries", "dots", "did", "mechanism", NULL };

  if (!g_strv_contains (kinds, arguments[1]))
    *status = wm_cli_misuse (_("“%s” is no chart. Use timeseries, dots, did or mechanism."), arguments[1]);
  else if (options->width < 320 || options->height < 200 || options->width > 20000
           || options->height > 20000)
    *status = wm_cli_misuse (_("a chart is at least 320 wide and 200 high, and at most 20000"));
  else if (!(options->scale > 0 && options->scale <= 10))
    *status = wm_cli_misuse (_("--scale is more than 0 and at most 10"));
  else if (options->theme_name != NULL
           && !wm_chart_theme_from_id (options->theme_name, &options->theme))
    *status = wm_cli_misuse (_("“%s” is no theme. Use light, dark or print."), options->theme_name);
  else if (wm_cli_parse_mechanism_colour (options->colour, &options->tone, status))
    {
      options->kind = g_strdup (arguments[1]);
      return check_output (options, status);
    }
  return FALSE;
}

static WmCliStatus
chart (GStrv arguments)
{
  g_auto (Options) options = { .study = WM_CLI_STUDY_INIT, .width = 1600, .height = 900, .scale = 1 };
  GOptionEntry entries[] = {
    WM_CLI_STUDY_ENTRIES (options.study),
    { "area", 'a', 0, G_OPTION_ARG_STRING, &options.area, N_("The authority"), "A" },
    { "other", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.others, N_("Another area to show as well; may be repeated"), "A" },
    { "set", 0, 0, G_OPTION_ARG_STRING, &options.set, N_("A set of measures (default: the starter set)"), "NAME" },
    { "for-each", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.for_each, N_("One chart for each authority of a group"), "GROUP" },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output, N_("The image"), "FILE" },
    { "output-folder", 0, 0, G_OPTION_ARG_FILENAME, &options.output_folder, N_("The folder for many images"), "FOLDER" },
    { "alt-text", 0, 0, G_OPTION_ARG_FILENAME, &options.alt_text, N_("Write the alternative text to a file"), "FILE" },
    { "table", 0, 0, G_OPTION_ARG_FILENAME, &options.table, N_("Write the numbers behind it, as CSV or XLSX"), "FILE" },
    { "width", 0, 0, G_OPTION_ARG_INT, &options.width, N_("Width (default: 1600)"), "N" },
    { "height", 0, 0, G_OPTION_ARG_INT, &options.height, N_("Height (default: 900)"), "N" },
    { "scale", 0, 0, G_OPTION_ARG_DOUBLE, &options.scale, N_("Pixels for each unit of a PNG (default: 1)"), "N" },
    { "theme", 0, 0, G_OPTION_ARG_STRING, &options.theme_name, N_("light (default), dark or print"), "NAME" },
    { "framework", 0, 0, G_OPTION_ARG_STRING, &options.framework, N_("The framework of a mechanism (default: the active one)"), "ID" },
    { "colour", 0, 0, G_OPTION_ARG_STRING, &options.colour, N_("What colours a mechanism: coverage (default) or travel"), "NAME" },
    { "axis-from-data", 0, 0, G_OPTION_ARG_NONE, &options.axis_from_data, N_("Do not start the axis at zero"), NULL },
    { NULL }
  };
  g_autoptr (GError) error = NULL;
  WmCliStatus status;
  gboolean many;

  if (!wm_cli_parse (&wm_cli_chart, &arguments, entries, 1, 2, &status)
      || !check_options (&options, arguments, &status))
    return status;
  if (is_mechanism (&options))
    return save_mechanism (&options, arguments[2]);
  many = options.for_each != NULL;
  /* A set stands in for a measure. */
  if (!many || options.study.indicator != NULL || arguments[2] == NULL)
    {
      if (!wm_cli_study_check (&options.study, arguments + 2, &status))
        return status;
    }
  else
    options.study.project_path = g_strdup (arguments[2]);
  if (!wm_cli_study_load (&options.study, &error)
      || !(many ? save_many (&options, &error) : save_single (&options, &error)))
    return wm_cli_fail (error);
  return WM_CLI_DONE;
}
