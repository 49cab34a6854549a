-- Whether others on the network may reach this server: one row, or none as long as nobody chose anything.
create table sharing (
  id varchar(16) primary key,
  switched_on boolean not null,
  announced boolean not null,
  name varchar(63) not null
);
