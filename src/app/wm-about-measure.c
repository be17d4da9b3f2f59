/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* What is known about a measure, which direction is good and who says so, and the notes on it. */

#include "config.h"

#include "wm-about-measure.h"

#include "wm-boxes.h"
#include "wm-edits.h"
#include "wm-store-indicators.h"
#include "wm-store-notes.h"
#include "wm-text.h"
#include "wm-words.h"

#include <glib/gi18n-lib.h>

struct _WmAboutMeasure
{
  AdwBin parent_instance;

  WmWorkspace *workspace; /* owned */
  char *code;             /* of the measure that is shown */
  gboolean is_filling;

  GtkListBox *details;
  GtkDropDown *direction;
  AdwActionRow *direction_row;
  GtkListBox *notes;
  GtkWidget *add_note;
};

G_DEFINE_FINAL_TYPE (WmAboutMeasure, wm_about_measure, ADW_TYPE_BIN)

/* What the drop-down offers, in its order; the first leaves it to the source. */
static const int directions[] = {
  -1, WM_POLARITY_LOWER, WM_POLARITY_HIGHER, WM_POLARITY_NONE,
};

static void
direction_chosen_cb (GtkDropDown *drop_down, GParamSpec *pspec, WmAboutMeasure *self)
{
  guint selected = gtk_drop_down_get_selected (drop_down);

  if (!self->is_filling && self->code != NULL && selected < G_N_ELEMENTS (directions))
    wm_edits_set_direction (self->workspace, self->code, directions[selected]);
}

static void
show_direction (WmAboutMeasure *self, const WmIndicator *indicator)
{
  g_autoptr (WmIndicatorRow) row = wm_store_get_indicator (wm_workspace_get_store (self->workspace),
                                                           indicator->code, NULL);
  g_autofree char *words = wm_words_direction (indicator);
  g_autofree char *subtitle = g_markup_escape_text (words, -1);
  int own = row != NULL ? row->own_polarity : -1;

  adw_action_row_set_subtitle (self->direction_row, subtitle);
  self->is_filling = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (directions); i++)
    if (directions[i] == own)
      gtk_drop_down_set_selected (self->direction, i);
  self->is_filling = FALSE;
  gtk_widget_set_sensitive (GTK_WIDGET (self->direction),
                            row != NULL && !wm_workspace_is_read_only (self->workspace));
}

/* Sources leave empty lines between and after paragraphs: a row has no room for them. */
static char *
close_up (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  GString *closed = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0')
      g_string_append_printf (closed, "%s%s", closed->len > 0 ? "\n" : "", lines[i]);
  return g_string_free (closed, FALSE);
}

static void
add_detail (WmAboutMeasure *self, const char *title, const char *text)
{
  g_autofree char *closed = text != NULL ? close_up (text) : NULL;

  if (closed != NULL && *closed != '\0')
    wm_boxes_add_row (self->details, title, closed);
}

static void
show_details (WmAboutMeasure *self, const WmMeasure *measure)
{
  const WmIndicator *indicator = measure->indicator;
  g_autofree char *topics = g_strjoinv (", ", indicator->topics);

  wm_boxes_clear_list (self->details);
  add_detail (self, _("What it is"), indicator->description);
  add_detail (self, _("How it is made"), indicator->methodology);
  add_detail (self, _("Code"), indicator->code);
  add_detail (self, _("Topics"), topics);
  add_detail (self, _("Unit"), indicator->unit);
  add_detail (self, _("What a year means"), wm_basis_get_words (indicator->basis));
  add_detail (self, _("Published by"), indicator->owner);
  add_detail (self, _("Last updated"), indicator->updated);
  add_detail (self, _("Next update"), indicator->next_update);
  for (gsize i = 0; i < indicator->n_breaks; i++)
    {
      /* Translators: %d is a year. */
      g_autofree char *title = g_strdup_printf (_("Definition changed in %d"),
                                                indicator->break_years[i]);

      wm_boxes_add_row (self->details, title,
                        indicator->break_notes != NULL ? indicator->break_notes[i] : NULL);
    }
  add_detail (self, _("Source"), measure->source_line);
}

static void
remove_note_cb (GtkButton *button, WmAboutMeasure *self)
{
  gint64 *id = g_object_get_data (G_OBJECT (button), "note");

  wm_edits_remove_note (self->workspace, *id);
}

static void
add_note_row (WmAboutMeasure *self, const WmNote *note)
{
  WmArea *area = note->area_code != NULL
                   ? wm_area_set_find_code (wm_project_get_areas (wm_workspace_get_project (self->workspace)),
                                            note->area_code)
                   : NULL;
  g_autofree char *day = note->written_at != NULL ? g_strndup (note->written_at, 10) : NULL;
  g_autofree char *period = wm_period_equal (note->period, WM_PERIOD_NONE)
                              ? g_strdup (_("All periods"))
                              : wm_period_to_text (note->period);
  g_autofree char *subtitle = g_strjoin (" · ", area != NULL ? area->name : _("All areas"), period, day,
                                         NULL);
  GtkWidget *row = wm_boxes_add_row (self->notes, note->text, subtitle);

  if (!wm_workspace_is_read_only (self->workspace))
    {
      GtkWidget *button = wm_boxes_add_button (row, "user-trash-symbolic", _("Remove Note"),
                                               G_CALLBACK (remove_note_cb), self);

      g_object_set_data_full (G_OBJECT (button), "note", g_memdup2 (&note->id, sizeof note->id),
                              g_free);
    }
}

static void
show_notes (WmAboutMeasure *self)
{
  g_autoptr (GPtrArray) notes = wm_store_list_notes (wm_workspace_get_store (self->workspace),
                                                     self->code, NULL);

  wm_boxes_clear_list (self->notes);
  for (guint i = 0; notes != NULL && i < notes->len; i++)
    add_note_row (self, g_ptr_array_index (notes, i));
  gtk_widget_set_visible (GTK_WIDGET (self->notes), notes != NULL && notes->len > 0);
  gtk_widget_set_visible (self->add_note, !wm_workspace_is_read_only (self->workspace));
}

static void
wm_about_measure_dispose (GObject *object)
{
  WmAboutMeasure *self = WM_ABOUT_MEASURE (object);

  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (wm_about_measure_parent_class)->dispose (object);
}

static void
wm_about_measure_finalize (GObject *object)
{
  g_free (WM_ABOUT_MEASURE (object)->code);
  G_OBJECT_CLASS (wm_about_measure_parent_class)->finalize (object);
}

static void
wm_about_measure_class_init (WmAboutMeasureClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wm_about_measure_dispose;
  G_OBJECT_CLASS (klass)->finalize = wm_about_measure_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               WM_RESOURCE_PATH "/ui/wm-about-measure.ui");
  gtk_widget_class_bind_template_child (widget_class, WmAboutMeasure, details);
  gtk_widget_class_bind_template_child (widget_class, WmAboutMeasure, direction);
  gtk_widget_class_bind_template_child (widget_class, WmAboutMeasure, direction_row);
  gtk_widget_class_bind_template_child (widget_class, WmAboutMeasure, notes);
  gtk_widget_class_bind_template_child (widget_class, WmAboutMeasure, add_note);
  gtk_widget_class_bind_template_callback (widget_class, direction_chosen_cb);
}

static void
wm_about_measure_init (WmAboutMeasure *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * wm_about_measure_show:
 * @self: a section
 * @workspace: a workspace with a project
 * @measure: the measure
 *
 * Shows what is known about a measure.
 */
void
wm_about_measure_show (WmAboutMeasure *self, WmWorkspace *workspace, const WmMeasure *measure)
{
  g_return_if_fail (WM_IS_ABOUT_MEASURE (self));

  g_set_object (&self->workspace, workspace);
  wm_set_str (&self->code, measure->indicator->code);
  show_details (self, measure);
  show_direction (self, measure->indicator);
  show_notes (self);
}
