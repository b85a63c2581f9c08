/**
 * What a program started by the launcher offers and is given.
 *
 * <p>A start of Koetsu runs the {@link koetsu.launcher.Application} named {@link
 * koetsu.launcher.Application#COMMAND_LINE} on the main thread and ends with its exit code. When no
 * plug-in is installed this happens on a plain class path, where the application is found as a
 * {@link java.util.ServiceLoader} provider; otherwise in an OSGi framework, where it is found as a
 * service. The bytes it writes are the same either way. An application starts another one, such as
 * the workbench, through its {@link koetsu.launcher.Installation}, which brings up what the other
 * one needs: the framework, or as long as there are no plug-ins what an {@link
 * koetsu.launcher.EarlyStart} has on the class path.
 */
@Export
@Version("1.0.0")
package koetsu.launcher;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
