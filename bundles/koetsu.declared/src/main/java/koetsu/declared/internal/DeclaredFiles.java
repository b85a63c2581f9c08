package koetsu.declared.internal;

import koetsu.declared.Declaration;
import koetsu.pipeline.DeclarationReader;
import koetsu.records.FormatException;
import org.osgi.service.component.annotations.Component;

/** Reads declarations for whoever has no framework that does. */
@Component
public final class DeclaredFiles implements DeclarationReader {
  @Override
  public Declared read(byte[] bytes, String name) throws FormatException {
    Declaration declaration = Declaration.read(bytes, name);
    return new Declared(declaration.extractors(), declaration.contribution());
  }
}
