/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* The indicators without data, grouped by what would fill them: a return to import, child-level data
 * to derive from, a survey to ask; and in each group by the source. */

#include "config.h"

#include "wm-coverage-gaps.h"

#include "wm-boxes.h"

#include <glib/gi18n-lib.h>

struct _WmCoverageGaps
{
  AdwBin parent_instance;

  GtkBox *box;
};

enum
{
  WANTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (WmCoverageGaps, wm_coverage_gaps, ADW_TYPE_BIN)

/* The groups, in order, and what to do about each. */
static const struct
{
  WmCoverageState state;
  const char *advice;
} groups[] = {
  { WM_COVERAGE_IMPORT, N_("Import the return or table that holds them.") },
  { WM_COVERAGE_DERIVE, N_("They can be worked out from records of children that you hold.") },
  { WM_COVERAGE_COLLECT, N_("Somebody has to ask: children, families or staff.") },
  { WM_COVERAGE_UNDECIDED, N_("Name a source, or bind them to a measure, in the Edit view.") },
};

/* Several sources of one indicator: it is listed below each. */
static void
add_to_sources (GPtrArray *names, GHashTable *sources, const WmCoverageRow *row)
{
  g_auto (GStrv) parts = g_strsplit (row->filled_by != NULL ? row->filled_by : "", "; ", -1);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  guint n = MAX (g_strv_length (parts), 1);

  for (guint i = 0; i < n; i++)
    {
      const char *name = parts[i] != NULL && *parts[i] != '\0' ? parts[i] : _("No source named");
      GPtrArray *rows = g_hash_table_lookup (sources, name);

      if (!g_hash_table_add (seen, (gpointer) name))
        continue;
      if (rows == NULL)
        {
          rows = g_ptr_array_new ();
          g_hash_table_insert (sources, g_strdup (name), rows);
          g_ptr_array_add (names, g_strdup (name));
        }
      g_ptr_array_add (rows, (gpointer) row);
    }
}

static void
activated_cb (AdwActionRow *row, WmCoverageGaps *self)
{
  g_signal_emit (self, signals[WANTED], 0, g_object_get_data (G_OBJECT (row), "id"));
}

static void
add_indicator (WmCoverageGaps *self, AdwExpanderRow *expander, const WmCoverageRow *gap)
{
  GtkWidget *row = adw_action_row_new ();
  const char *code = wm_framework_item_get_text (gap->indicator, WM_FIELD_CODE);
  g_autofree char *escaped = g_markup_escape_text (wm_framework_item_get_name (gap->indicator), -1);
  g_autofree char *escaped_code = g_markup_escape_text (code != NULL ? code : "", -1);
  GtkWidget *icon = gtk_image_new_from_icon_name ("go-next-symbolic");

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), escaped);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), escaped_code);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), icon);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_widget_set_tooltip_text (row, _("Show in the Edit View"));
  g_object_set_data_full (G_OBJECT (row), "id",
                          g_strdup (wm_framework_item_get_id (gap->indicator)), g_free);
  g_signal_connect (row, "activated", G_CALLBACK (activated_cb), self);
  adw_expander_row_add_row (expander, row);
}

typedef struct
{
  WmCoverageGaps *gaps;
  GPtrArray *rows; /* owned; of WmCoverageRow */
  WmCoverage *coverage; /* owned: the rows are its own */
  gboolean is_filled;
} Source;

static void
source_free (gpointer data, GClosure *closure)
{
  Source *source = data;

  g_ptr_array_unref (source->rows);
  wm_coverage_unref (source->coverage);
  g_free (source);
}

/* Rows are made when somebody looks: a framework can have thousands of gaps. */
static void
expanded_cb (AdwExpanderRow *expander, GParamSpec *pspec, Source *source)
{
  if (source->is_filled)
    return;
  source->is_filled = TRUE;
  for (guint i = 0; i < source->rows->len; i++)
    add_indicator (source->gaps, expander, g_ptr_array_index (source->rows, i));
}

static void
add_source (WmCoverageGaps *self, AdwPreferencesGroup *group, const char *name, GPtrArray *rows,
            WmCoverage *coverage)
{
  GtkWidget *expander = adw_expander_row_new ();
  g_autofree char *title = g_markup_escape_text (name, -1);
  g_autofree char *count = g_strdup_printf (ngettext ("%u indicator", "%u indicators", rows->len),
                                            rows->len);
  Source *source = g_new0 (Source, 1);

  source->gaps = self;
  source->rows = g_ptr_array_ref (rows);
  source->coverage = wm_coverage_ref (coverage);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (expander), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (expander), count);
  g_signal_connect_data (expander, "notify::expanded", G_CALLBACK (expanded_cb), source, source_free, 0);
  adw_preferences_group_add (group, expander);
}

/* The source that fills most comes first. */
static int
compare_sources (gconstpointer a, gconstpointer b, gpointer user_data)
{
  GHashTable *sources = user_data;
  const char *left = *(const char *const *) a;
  const char *right = *(const char *const *) b;
  const GPtrArray *left_rows = g_hash_table_lookup (sources, left);
  const GPtrArray *right_rows = g_hash_table_lookup (sources, right);

  if (left_rows->len != right_rows->len)
    return left_rows->len > right_rows->len ? -1 : 1;
  return g_utf8_collate (left, right);
}

static GtkWidget *
make_group (WmCoverageState state, const char *advice, guint n)
{
  GtkWidget *group = adw_preferences_group_new ();
  /* Translators: %1$s is what would fill gaps, such as "Import a return", %2$u counts indicators. */
  g_autofree char *title = g_strdup_printf (_("%1$s · %2$u"), wm_coverage_state_get_words (state), n);
  g_autofree char *escaped = g_markup_escape_text (title, -1);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), escaped);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), advice);
  if (state == WM_COVERAGE_IMPORT)
    {
      GtkWidget *button = gtk_button_new_with_mnemonic (_("_Import a File…"));

      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.import");
      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (group), button);
    }
  return group;
}

static void
add_group (WmCoverageGaps *self, WmCoverageState state, const char *advice, WmCoverage *coverage,
           GHashTable *found)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) sources =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  GtkWidget *group;
  guint n = 0;

  for (guint i = 0; i < wm_coverage_get_n_rows (coverage); i++)
    {
      const WmCoverageRow *row = wm_coverage_get_row (coverage, i);
      const char *id = wm_framework_item_get_id (row->indicator);

      if (row->state != state || (found != NULL && !g_hash_table_contains (found, id)))
        continue;
      add_to_sources (names, sources, row);
      n++;
    }
  if (n == 0)
    return;
  g_ptr_array_sort_with_data (names, compare_sources, sources);
  group = make_group (state, advice, n);
  for (guint i = 0; i < names->len; i++)
    add_source (self, ADW_PREFERENCES_GROUP (group), g_ptr_array_index (names, i),
                g_hash_table_lookup (sources, g_ptr_array_index (names, i)), coverage);
  gtk_box_append (self->box, group);
}

static void
wm_coverage_gaps_class_init (WmCoverageGapsClass *klass)
{
  /* An indicator is wanted: its id. */
  signals[WANTED] = g_signal_new ("wanted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
wm_coverage_gaps_init (WmCoverageGaps *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();

  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 24));
  gtk_widget_set_margin_top (GTK_WIDGET (self->box), 12);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->box), 24);
  gtk_widget_set_margin_start (GTK_WIDGET (self->box), 12);
  gtk_widget_set_margin_end (GTK_WIDGET (self->box), 12);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 860);
  adw_clamp_set_child (ADW_CLAMP (clamp), GTK_WIDGET (self->box));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  adw_bin_set_child (ADW_BIN (self), scroller);
}

/**
 * wm_coverage_gaps_show:
 * @self: the gaps
 * @coverage: a framework against the data of a project
 * @found: (nullable) (element-type utf8 utf8): ids of the items that a search left; %NULL for all
 *
 * Shows what would fill the gaps.
 */
void
wm_coverage_gaps_show (WmCoverageGaps *self, WmCoverage *coverage, GHashTable *found)
{
  GtkWidget *child;

  g_return_if_fail (WM_IS_COVERAGE_GAPS (self));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);
  for (gsize i = 0; i < G_N_ELEMENTS (groups); i++)
    add_group (self, groups[i].state, _(groups[i].advice), coverage, found);
  if (gtk_widget_get_first_child (GTK_WIDGET (self->box)) == NULL)
    wm_boxes_add_label (self->box, found != NULL ? _("No gap has these words.")
                                                 : _("Every indicator has data in this project."), "dim-label");
}
