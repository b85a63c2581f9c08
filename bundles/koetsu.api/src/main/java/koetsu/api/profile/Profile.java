package koetsu.api.profile;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The fields, sections, kinds and word lists of a domain; the sum of what bundles contribute.
 *
 * @param id name of the domain
 * @param version version of the sum; changes when any contribution does
 * @param kinds kinds of record; the first is what a record is unless something says otherwise
 * @param fields in display order
 * @param sections in display order
 * @param lexicons word lists by name, for example page furniture; plug-ins read them, each says
 *     which
 */
public record Profile(
    String id,
    String version,
    List<RecordKind> kinds,
    List<FieldDefinition> fields,
    List<SectionType> sections,
    Map<String, List<String>> lexicons) {
  public Profile {
    Objects.requireNonNull(id);
    Objects.requireNonNull(version);
    kinds = List.copyOf(kinds);
    fields = List.copyOf(fields);
    sections = List.copyOf(sections);
    lexicons = Map.copyOf(lexicons);
  }

  /**
   * The fields that records of a kind may have, in display order; all fields for a kind that this
   * profile does not name.
   */
  public List<FieldDefinition> fields(String kind) {
    if (kinds.stream().noneMatch(each -> each.id().equals(kind))) {
      return fields;
    }
    return fields.stream()
        .filter(field -> field.kinds().isEmpty() || field.kinds().contains(kind))
        .toList();
  }

  public Optional<FieldDefinition> field(String field) {
    for (FieldDefinition definition : fields) {
      if (definition.id().equals(field)) {
        return Optional.of(definition);
      }
    }
    return Optional.empty();
  }

  public Optional<SectionType> section(String type) {
    for (SectionType section : sections) {
      if (section.id().equals(type)) {
        return Optional.of(section);
      }
    }
    return Optional.empty();
  }

  /** A word list, empty where nobody contributed one. */
  public List<String> lexicon(String name) {
    return lexicons.getOrDefault(name, List.of());
  }
}
