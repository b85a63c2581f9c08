/** Plug-ins that read grant bulletins: one for each interface, as small as they can be. */
package koetsu.example.grants.internal;
