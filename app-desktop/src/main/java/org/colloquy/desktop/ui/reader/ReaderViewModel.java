package org.colloquy.desktop.ui.reader;

import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import org.colloquy.desktop.background.Background;
import org.colloquy.desktop.client.Failure;
import org.colloquy.desktop.client.PageEntry;
import org.colloquy.desktop.client.SourceClient;
import org.colloquy.desktop.ui.parts.Visit;
import org.colloquy.desktop.ui.parts.sources.SourceLine;
import org.colloquy.model.AttachmentId;
import org.colloquy.model.Problem;
import org.jspecify.annotations.Nullable;

/// The page of a file that an answer cites, and the pages before and after it. Holds one page and
/// one picture.
public final class ReaderViewModel {
  /// How wide a picture is asked for, in pixels.
  static final int WIDTH = 1600;

  private static final double STEP = 1.25;
  private static final double CLOSEST = 4;
  private static final double FARTHEST = 0.4;

  private final SourceClient client;
  private final Function<byte[], Picture> decoder;
  private final ReadOnlyObjectWrapper<@Nullable SourceLine> line = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable PageEntry> page = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Picture> picture = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Failure> failure = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper working = new ReadOnlyBooleanWrapper();
  private final BooleanProperty asText = new SimpleBooleanProperty();
  private final DoubleProperty zoom = new SimpleDoubleProperty(1);
  private final Visit visit;
  private @Nullable AttachmentId file;
  private int number = 1;
  private int last = Integer.MAX_VALUE;

  /// @param decoder makes a picture of its bytes; called beside the window's thread
  public ReaderViewModel(
      SourceClient client, Background background, Function<byte[], Picture> decoder) {
    this.client = client;
    // A page has its text even where its picture fails.
    this.visit = new Visit(background, _ -> working.set(false));
    this.decoder = decoder;
  }

  /// What was wanted; null while nothing is shown.
  public ReadOnlyObjectProperty<@Nullable SourceLine> line() {
    return line.getReadOnlyProperty();
  }

  /// Null while it is on its way.
  public ReadOnlyObjectProperty<@Nullable PageEntry> page() {
    return page.getReadOnlyProperty();
  }

  /// Null while it is on its way, or where a page has none.
  public ReadOnlyObjectProperty<@Nullable Picture> picture() {
    return picture.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<@Nullable Failure> failure() {
    return failure.getReadOnlyProperty();
  }

  /// Whether a page or its picture is on its way.
  public ReadOnlyBooleanProperty working() {
    return working.getReadOnlyProperty();
  }

  /// Whether the text is shown also where there is a picture.
  public BooleanProperty asText() {
    return asText;
  }

  /// How wide the picture is shown; 1 is as wide as the window lets it be.
  public DoubleProperty zoom() {
    return zoom;
  }

  public void closer() {
    zoom.set(Math.min(CLOSEST, zoom.get() * STEP));
  }

  public void farther() {
    zoom.set(Math.max(FARTHEST, zoom.get() / STEP));
  }

  public void fitWidth() {
    zoom.set(1);
  }

  /// Shows the page of a source.
  public void open(SourceLine wanted) {
    var place = wanted.place();
    if (place != null && place.file() != null) {
      line.set(wanted);
      last = Integer.MAX_VALUE;
      zoom.set(1);
      asText.set(false);
      show(place.file(), place.page());
    }
  }

  public boolean hasPrevious() {
    return file != null && number > 1;
  }

  public boolean hasNext() {
    return file != null && number < last;
  }

  public void previous() {
    var shown = file;
    if (shown != null && hasPrevious()) {
      show(shown, number - 1);
    }
  }

  public void next() {
    var shown = file;
    if (shown != null && hasNext()) {
      show(shown, number + 1);
    }
  }

  private void show(AttachmentId wanted, int wantedNumber) {
    var before = page.get() != null && wanted.equals(file) ? number : 0;
    file = wanted;
    number = wantedNumber;
    failure.set(null);
    working.set(true);
    visit.end();
    visit.run(
        () -> client.page(wanted, wantedNumber),
        found -> turnTo(wanted, found),
        why -> notThere(why, before));
  }

  private void turnTo(AttachmentId shown, PageEntry found) {
    picture.set(null);
    page.set(found);
    if (found.width() <= 0) {
      working.set(false);
      return;
    }
    visit.run(
        () -> decoder.apply(client.picture(shown, found.number(), WIDTH)),
        drawn -> {
          working.set(false);
          picture.set(drawn);
        });
  }

  /// Behind the last page there is none; that is how the last one is known.
  private void notThere(Failure why, int before) {
    working.set(false);
    if (before > 0 && number > before && why instanceof Failure.Told(Problem.NotFound _)) {
      last = before;
      number = before;
      page.set(page.get());
    } else {
      page.set(null);
      picture.set(null);
      failure.set(why);
    }
  }

  /// The part of the page that is cited.
  public Passage passage() {
    var wanted = line.get();
    var place = wanted == null ? null : wanted.place();
    var shown = page.get();
    return place == null || shown == null || wanted.lost() || place.page() != shown.number()
        ? Passage.NONE
        : new Passage(place.start(), place.end()).within(shown.text().length());
  }

  /// Lets go of the page and its picture.
  public void close() {
    visit.end();
    file = null;
    line.set(null);
    page.set(null);
    picture.set(null);
    working.set(false);
    failure.set(null);
  }
}
