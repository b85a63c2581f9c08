/** The formats, and the ways between records and what the formats have in common. */
package koetsu.export.internal;
