/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Unpacks gzip whole: a file may consist of several members, one behind the other (RFC 1952,
 * section 2.2), of which GLib's own converter reads the first only. */

#include "config.h"

#include "wm-gunzip-private.h"

struct _WmGunzip
{
  GObject parent_instance;

  GConverter *member;      /* unpacks one member */
  gboolean is_between;     /* a member has ended; nothing of the next was seen */
};

static GConverterResult
wm_gunzip_convert (GConverter *converter, const void *in, gsize in_size, void *out, gsize out_size,
                   GConverterFlags flags, gsize *n_read, gsize *n_written, GError **error)
{
  WmGunzip *self = WM_GUNZIP (converter);
  GConverterResult result;

  *n_read = 0;
  *n_written = 0;
  if (self->is_between && in_size == 0 && (flags & G_CONVERTER_INPUT_AT_END))
    return G_CONVERTER_FINISHED;
  /* Tapes and some servers fill up with zeros, which are no member. */
  if (self->is_between && in_size > 0 && *(const char *) in == '\0')
    {
      *n_read = 1;
      return G_CONVERTER_CONVERTED;
    }
  result = g_converter_convert (self->member, in, in_size, out, out_size, flags, n_read, n_written,
                                error);
  if (result == G_CONVERTER_CONVERTED)
    self->is_between = FALSE;
  if (result != G_CONVERTER_FINISHED)
    return result;
  self->is_between = TRUE;
  g_converter_reset (self->member);
  return G_CONVERTER_CONVERTED;
}

static void
wm_gunzip_reset (GConverter *converter)
{
  WmGunzip *self = WM_GUNZIP (converter);

  self->is_between = FALSE;
  g_converter_reset (self->member);
}

static void
converter_iface_init (GConverterIface *iface)
{
  iface->convert = wm_gunzip_convert;
  iface->reset = wm_gunzip_reset;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (WmGunzip, wm_gunzip, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_CONVERTER, converter_iface_init))

static void
wm_gunzip_dispose (GObject *object)
{
  WmGunzip *self = WM_GUNZIP (object);

  g_clear_object (&self->member);
  G_OBJECT_CLASS (wm_gunzip_parent_class)->dispose (object);
}

static void
wm_gunzip_class_init (WmGunzipClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = wm_gunzip_dispose;
}

static void
wm_gunzip_init (WmGunzip *self)
{
  self->member = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP));
}

/* Makes a converter that unpacks gzip. */
GConverter *
wm_gunzip_new (void)
{
  return g_object_new (WM_TYPE_GUNZIP, NULL);
}
