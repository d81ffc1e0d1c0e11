-- Rows of a campaign to a number by way of another patient, whose copy it is: sent, or next to be. Between two that both wait and were both brought to the
-- number, the first has it.
create or replace function other_copies(campaign uuid, organization uuid, patient uuid, number text) returns table (id uuid, patient_id uuid)
    language sql stable rows 1
as $$
    select m.id, m.patient_id
    from patients p
    join messages m on m.campaign_id = campaign and m.patient_id = p.id
    where p.organization_id = organization and p.phone = number and p.id <> patient
        and m.status not in ('skipped', 'canceled', 'expired')
        and (m.status <> 'pending' or m.phone = number or p.id < patient)
$$;
