package org.colloquy.desktop.ui.shares;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.colloquy.desktop.background.Background;
import org.colloquy.desktop.client.ConversationEntry;
import org.colloquy.desktop.client.Failure;
import org.colloquy.desktop.client.RecipientEntry;
import org.colloquy.desktop.client.ShareClient;
import org.colloquy.desktop.client.ShareEntry;
import org.colloquy.desktop.text.Text;
import org.jspecify.annotations.Nullable;

/// With whom a conversation is shared.
public final class SharesViewModel {
  private final ShareClient client;
  private final Background background;
  private final ReadOnlyObjectWrapper<@Nullable ConversationEntry> conversation =
      new ReadOnlyObjectWrapper<>();
  private final ObservableList<ShareEntry> shares = FXCollections.observableArrayList();
  private final ObservableList<RecipientEntry> recipients = FXCollections.observableArrayList();
  private final StringProperty name = new SimpleStringProperty("");
  private final BooleanProperty writable = new SimpleBooleanProperty();
  private final ReadOnlyObjectWrapper<@Nullable Failure> failure = new ReadOnlyObjectWrapper<>();

  public SharesViewModel(ShareClient client, Background background) {
    this.client = client;
    this.background = background;
  }

  /// The one that is shared.
  public ReadOnlyObjectProperty<@Nullable ConversationEntry> conversation() {
    return conversation.getReadOnlyProperty();
  }

  /// Oldest first.
  public ObservableList<ShareEntry> shares() {
    return shares;
  }

  /// Those that can be picked.
  public ObservableList<RecipientEntry> recipients() {
    return recipients;
  }

  /// With whom it is to be shared: one of the labels of [#recipients], or a username.
  public StringProperty name() {
    return name;
  }

  /// Whether they may also ask.
  public BooleanProperty writable() {
    return writable;
  }

  public ReadOnlyObjectProperty<@Nullable Failure> failure() {
    return failure.getReadOnlyProperty();
  }

  /// What a recipient is called in the list.
  public static String label(RecipientEntry recipient) {
    return recipient.isGroup() ? Text.of("shares.group", recipient.name()) : recipient.name();
  }

  private record Found(List<ShareEntry> shares, List<RecipientEntry> recipients) {}

  /// Shows with whom this one is shared.
  public void want(ConversationEntry wanted) {
    conversation.set(wanted);
    shares.clear();
    recipients.clear();
    name.set("");
    writable.set(false);
    run(
        () -> new Found(client.shares(wanted.id()), client.recipients()),
        found -> {
          shares.setAll(found.shares());
          recipients.setAll(found.recipients());
        });
  }

  /// Shares it with whom the name says.
  public void add() {
    var wanted = name.get().strip();
    if (!wanted.isEmpty()) {
      var with =
          recipients.stream()
              .filter(each -> label(each).equals(wanted))
              .findFirst()
              .orElseGet(() -> RecipientEntry.named(wanted));
      put(with, writable.get(), () -> name.set(""));
    }
  }

  /// Lets them ask as well, or only read.
  public void change(ShareEntry share, boolean mayWrite) {
    put(share.with(), mayWrite, () -> {});
  }

  private void put(RecipientEntry with, boolean mayWrite, Runnable done) {
    var here = conversation.get();
    if (here != null) {
      run(
          () -> client.share(here.id(), with, mayWrite),
          share -> {
            place(share);
            done.run();
          });
    }
  }

  private void place(ShareEntry share) {
    for (int i = 0; i < shares.size(); i++) {
      if (shares.get(i).id().equals(share.id())) {
        shares.set(i, share);
        return;
      }
    }
    shares.add(share);
  }

  /// Lets them in no more.
  public void remove(ShareEntry share) {
    var here = conversation.get();
    if (here != null) {
      run(() -> removed(here, share.id()), id -> shares.removeIf(each -> each.id().equals(id)));
    }
  }

  private UUID removed(ConversationEntry here, UUID share) {
    client.unshare(here.id(), share);
    return share;
  }

  private <T> void run(Supplier<T> work, Consumer<T> done) {
    var here = conversation.get();
    background.run(
        work,
        result -> {
          if (here != null && here.equals(conversation.get())) {
            failure.set(null);
            done.accept(result);
          }
        },
        failure::set);
  }
}
