/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Items of a framework on the clipboard: as XML for other frameworks, as text for everything else. */

#include "config.h"

#include "wm-framework-clip.h"
#include "wm-framework-tree-items-private.h"

/* Puts what is selected on the clipboard. */
void
wm_framework_tree_copy (WmFrameworkTree *self)
{
  g_autoptr (WmTreeItems) items = wm_tree_items_new (self);
  WmFramework *framework = wm_framework_tree_get_framework (self);
  g_autoptr (GBytes) bytes = wm_framework_copy (framework, wm_tree_items_get_ids (items));
  g_autofree char *text = wm_framework_copy_text (framework, wm_tree_items_get_ids (items));
  GdkContentProvider *providers[] = {
    gdk_content_provider_new_for_bytes (WM_FRAMEWORK_CLIP_TYPE, bytes),
    gdk_content_provider_new_typed (G_TYPE_STRING, text),
  };
  g_autoptr (GdkContentProvider) both = gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));

  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), both);
}

/* Puts copied items where they fit, next to what is selected. */
static void
paste_bytes (WmFrameworkTree *self, GBytes *clip)
{
  WmFramework *framework = wm_framework_tree_get_framework (self);
  g_autoptr (WmTreeItems) items = wm_tree_items_new (self);
  WmFrameworkNode *last = wm_tree_items_get_last (items);
  const char *below = last != NULL ? wm_framework_node_get_id (last) : wm_framework_get_id (framework);
  g_autoptr (GError) error = NULL;

  wm_framework_tree_take (self, wm_framework_edit_paste (framework, below, -1, clip, &error), &error, NULL);
}

static void
spliced_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (WmFrameworkTree) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) clip = NULL;

  if (g_output_stream_splice_finish (G_OUTPUT_STREAM (source), result, &error) >= 0)
    clip = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (source));
  if (clip != NULL && wm_framework_tree_get_framework (self) != NULL)
    paste_bytes (self, clip);
  else if (error != NULL)
    wm_framework_editor_refuse (self->editor, error);
}

static void
clipboard_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (WmFrameworkTree) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GInputStream) stream = gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, NULL, &error);
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();

  if (stream != NULL)
    g_output_stream_splice_async (memory, stream,
                                  G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                                  G_PRIORITY_DEFAULT, NULL, spliced_cb, g_steal_pointer (&self));
  else if (self->editor != NULL)
    wm_framework_editor_refuse (self->editor, error);
}

/* Puts what is on the clipboard next to what is selected. */
void
wm_framework_tree_paste (WmFrameworkTree *self)
{
  static const char *types[] = { WM_FRAMEWORK_CLIP_TYPE, NULL };

  gdk_clipboard_read_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), types, G_PRIORITY_DEFAULT, NULL,
                            clipboard_read_cb, g_object_ref (self));
}

/* Whether there is something on the clipboard that can be pasted. */
gboolean
wm_framework_tree_has_clip (WmFrameworkTree *self)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self));

  return gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (clipboard), WM_FRAMEWORK_CLIP_TYPE);
}
