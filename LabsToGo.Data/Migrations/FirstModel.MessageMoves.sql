-- The legal moves, filled from LabsToGo.Domain.Messages.MessageMoves.
create table message_moves (
    from_status varchar(20) not null,
    to_status varchar(20) not null,
    primary key (from_status, to_status)
);
grant select on message_moves to labstogo_api, labstogo_service;
