/**
 * The interfaces that plug-in bundles implement and the contexts they are called with.
 *
 * <p>Nothing else of Koetsu is needed to compile a plug-in; one with a view also sees the window's
 * exported packages. A package changes by semantic versioning: what plug-ins implement ({@link
 * org.osgi.annotation.versioning.ConsumerType}) gets a new method only as a default one, what
 * Koetsu implements ({@link org.osgi.annotation.versioning.ProviderType}) may grow in a minor
 * version, and nothing goes before a major one. What is to go is deprecated first and stays for one
 * minor version at least. The build holds every change against the baseline, {@code api.txt}.
 *
 * <p>Unless an interface says otherwise, its methods are called from any thread, several at once,
 * and neither arguments nor results are null; records and the collections in them never change.
 */
@Export
@Version("1.1.0")
package koetsu.api.plugin;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
