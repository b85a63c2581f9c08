/** Runs a project's gold through the machine: one way for command line, workbench and tests. */
@Export
@Version("1.0.0")
package koetsu.gate;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
