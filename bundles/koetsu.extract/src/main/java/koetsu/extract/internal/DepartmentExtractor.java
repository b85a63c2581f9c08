package koetsu.extract.internal;

import java.util.List;
import java.util.Set;
import koetsu.api.plugin.Extraction;
import koetsu.api.plugin.ExtractionContext;
import koetsu.api.plugin.FieldExtractor;
import org.osgi.service.component.annotations.Component;

/**
 * The offices in charge, each once, in printed order: those of the sheet's head, a bureau line
 * joined to the first office line below it, and those of an enquiry line (お問合せ先).
 */
@Component(service = FieldExtractor.class)
public final class DepartmentExtractor implements FieldExtractor {
  static final String OFFICE_LINE = "office-line";
  static final String BUREAU_AND_OFFICE = "bureau-line-and-office-line";
  static final String CONTINUED = "office-line-continued";
  static final String ENQUIRY = "enquiry-line";

  private final PerProfile<UnitWords> unitWords = new PerProfile<>(UnitWords::new);
  private final PerProfile<Enquiries.Lexicons> enquiryWords =
      new PerProfile<>(Enquiries.Lexicons::new);

  @Override
  public String id() {
    return "koetsu.extract.department";
  }

  @Override
  public Set<String> fields() {
    return Set.of("department");
  }

  @Override
  public List<Extraction> extract(ExtractionContext context) {
    UnitWords units = unitWords.of(context);
    Offices offices = new Offices(context, units);
    new HeadOffices(context, units).read(offices);
    new Enquiries(context, enquiryWords.of(context), units).read(offices);
    return offices.found();
  }
}
