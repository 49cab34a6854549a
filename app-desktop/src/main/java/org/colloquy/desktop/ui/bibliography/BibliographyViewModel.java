package org.colloquy.desktop.ui.bibliography;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.colloquy.desktop.background.Background;
import org.colloquy.desktop.client.Failure;
import org.colloquy.desktop.client.FileClient;
import org.colloquy.desktop.client.FileEntry;
import org.colloquy.desktop.client.ReferenceClient;
import org.colloquy.desktop.client.ReferenceEntry;
import org.colloquy.desktop.client.ReferenceField;
import org.colloquy.desktop.client.ReferenceForm;
import org.colloquy.desktop.client.ReferencePlace;
import org.colloquy.desktop.client.Upload;
import org.colloquy.desktop.client.WholeFile;
import org.colloquy.desktop.ui.parts.Visit;
import org.jspecify.annotations.Nullable;

/// The files of a conversation, or those that an answer cites, as publications: shows and corrects
/// what is known, asks publishers, and hands all of it to other programs and takes it from them.
public final class BibliographyViewModel {
  private static final Duration SOON = Duration.ofMillis(500);

  private final ReferenceClient client;
  private final FileClient files;
  private final Background background;
  private final ObservableList<ReferenceRow> rows = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<@Nullable ReferencePlace> place =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable ReferenceRow> chosen =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Failure> failure = new ReadOnlyObjectWrapper<>();
  private final ReferenceFields fields = new ReferenceFields();
  private final Visit visit;

  public BibliographyViewModel(ReferenceClient client, FileClient files, Background background) {
    this.client = client;
    this.files = files;
    this.background = background;
    this.visit = new Visit(background, failure::set);
  }

  ObservableList<ReferenceRow> rows() {
    return rows;
  }

  /// What the list belongs to; null before anything was opened.
  ReadOnlyObjectProperty<@Nullable ReferencePlace> place() {
    return place.getReadOnlyProperty();
  }

  /// The publication that is looked at; null when there is none.
  ReadOnlyObjectProperty<@Nullable ReferenceRow> chosen() {
    return chosen.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<@Nullable Failure> failure() {
    return failure.getReadOnlyProperty();
  }

  /// What is written of the chosen one.
  ReferenceFields fields() {
    return fields;
  }

  /// Shows what belongs there.
  public void open(ReferencePlace wanted) {
    if (!wanted.equals(place.get())) {
      visit.end();
      rows.clear();
      choose(null);
    }
    place.set(wanted);
    failure.set(null);
    reload();
  }

  private void reload() {
    var wanted = place.get();
    if (wanted != null) {
      run(() -> fetched(wanted), this::show);
    }
  }

  private List<ReferenceRow> fetched(ReferencePlace wanted) {
    var names = new HashMap<UUID, String>();
    var there = files.files(wanted.conversation());
    there.forEach(file -> names.put(file.id(), file.name()));
    var found = new ArrayList<ReferenceRow>();
    for (var entry : client.references(wanted)) {
      found.add(new ReferenceRow(names.getOrDefault(entry.file(), ""), entry));
      names.remove(entry.file());
    }
    if (wanted instanceof ReferencePlace.All) {
      there.stream()
          .filter(file -> names.containsKey(file.id()))
          .map(file -> new ReferenceRow(file.name(), ReferenceEntry.unknown(file.id())))
          .forEach(found::add);
    }
    return found;
  }

  private void show(List<ReferenceRow> found) {
    var before = chosen.get();
    rows.setAll(found);
    choose(
        found.stream()
            .filter(row -> before != null && row.entry().file().equals(before.entry().file()))
            .findFirst()
            .orElse(found.isEmpty() ? null : found.getFirst()));
  }

  void choose(@Nullable ReferenceRow row) {
    chosen.set(row);
    if (row != null) {
      fields.show(row.entry());
    }
  }

  /// Keeps what is written of the chosen one.
  void save() {
    var row = chosen.get();
    if (row != null) {
      change(() -> client.correct(fields.written(row.entry())));
    }
  }

  /// Has the publisher of the chosen one asked, by the DOI that is written.
  void lookUp() {
    var row = chosen.get();
    if (row != null) {
      var doi = fields.word(ReferenceField.DOI).get();
      change(() -> client.lookUp(row.entry().file(), doi));
    }
  }

  private void change(Supplier<ReferenceEntry> work) {
    var wanted = place.get();
    if (wanted != null) {
      run(work, _ -> reload());
    }
  }

  private <T> void run(Supplier<T> work, Consumer<T> done) {
    visit.run(
        work,
        result -> {
          failure.set(null);
          done.accept(result);
        });
  }

  /// Hands over all of it in this form.
  void write(ReferenceForm form, Consumer<String> taker) {
    var wanted = place.get();
    if (wanted != null) {
      run(() -> client.written(wanted, form), taker);
    }
  }

  /// Writes all of it into a file.
  void write(ReferenceForm form, Path to) {
    var wanted = place.get();
    if (wanted != null) {
      run(
          () -> WholeFile.write(client.written(wanted, form).getBytes(StandardCharsets.UTF_8), to),
          _ -> {});
    }
  }

  /// Takes over a list of references: it becomes a file of the conversation, and what it says of
  /// others is known as soon as it is read.
  void take(Path list) {
    var wanted = place.get();
    if (wanted != null) {
      run(() -> files.send(wanted.conversation(), upload(list)), this::waitFor);
    }
  }

  private static Upload upload(Path list) {
    try {
      return new Upload(Upload.Content.of(list), () -> {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void waitFor(FileEntry list) {
    var wanted = place.get();
    if (!list.reading().goesOn() || wanted == null) {
      reload();
      return;
    }
    var here = visit.number();
    background.after(SOON, () -> visit.ifStill(here, () -> look(wanted, list)));
  }

  private void look(ReferencePlace wanted, FileEntry list) {
    run(
        () -> files.files(wanted.conversation()),
        now ->
            now.stream()
                .filter(file -> file.id().equals(list.id()))
                .findFirst()
                .ifPresentOrElse(this::waitFor, this::reload));
  }
}
