/** Figures, the ledger and the gate: what the machine says about documents, held against gold. */
@Export
@Version("1.0.0")
package koetsu.measure;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
