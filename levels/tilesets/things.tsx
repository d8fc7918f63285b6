<?xml version="1.0" encoding="UTF-8"?>
<tileset version="1.8" tiledversion="1.8.2" name="things" tilewidth="430" tileheight="386" tilecount="99" columns="0" objectalignment="center">
 <grid orientation="orthogonal" width="1" height="1"/>
 <tile id="0" type="Person">
  <properties>
   <property name="spec" propertytype="people" value="neil"/>
  </properties>
  <image width="32" height="47" source="things/person_neil.png"/>
 </tile>
 <tile id="1" type="Person">
  <properties>
   <property name="spec" propertytype="people" value="chris"/>
  </properties>
  <image width="45" height="47" source="things/person_chris.png"/>
 </tile>
 <tile id="2" type="Person">
  <properties>
   <property name="spec" propertytype="people" value="cheritto"/>
  </properties>
  <image width="32" height="53" source="things/person_cheritto.png"/>
 </tile>
 <tile id="3" type="Person">
  <properties>
   <property name="spec" propertytype="people" value="trejo"/>
  </properties>
  <image width="32" height="43" source="things/person_trejo.png"/>
 </tile>
 <tile id="4" type="Person">
  <properties>
   <property name="spec" propertytype="people" value="waingro"/>
  </properties>
  <image width="36" height="53" source="things/person_waingro.png"/>
 </tile>
 <tile id="5" type="Person">
  <properties>
   <property name="spec" propertytype="people" value="breedan"/>
  </properties>
  <image width="32" height="47" source="things/person_breedan.png"/>
 </tile>
 <tile id="6" type="Person">
  <properties>
   <property name="spec" propertytype="people" value="hanna"/>
  </properties>
  <image width="32" height="47" source="things/person_hanna.png"/>
 </tile>
 <tile id="7" type="Person">
  <properties>
   <property name="spec" propertytype="people" value="casals"/>
  </properties>
  <image width="32" height="47" source="things/person_casals.png"/>
 </tile>
 <tile id="8" type="Person">
  <properties>
   <property name="spec" propertytype="people" value="bosko"/>
  </properties>
  <image width="32" height="53" source="things/person_bosko.png"/>
 </tile>
 <tile id="9" type="Person">
  <properties>
   <property name="spec" propertytype="people" value="drucker"/>
  </properties>
  <image width="32" height="47" source="things/person_drucker.png"/>
 </tile>
 <tile id="10" type="Person">
  <properties>
   <property name="spec" propertytype="people" value="schwartz"/>
  </properties>
  <image width="32" height="43" source="things/person_schwartz.png"/>
 </tile>
 <tile id="11" type="Person">
  <properties>
   <property name="spec" propertytype="people" value="guard_driver"/>
  </properties>
  <image width="32" height="47" source="things/person_guard_driver.png"/>
 </tile>
 <tile id="12" type="Person">
  <properties>
   <property name="spec" propertytype="people" value="guard"/>
  </properties>
  <image width="32" height="47" source="things/person_guard.png"/>
 </tile>
 <tile id="13" type="Person">
  <properties>
   <property name="spec" propertytype="people" value="guard_brave"/>
  </properties>
  <image width="32" height="47" source="things/person_guard_brave.png"/>
 </tile>
 <tile id="14" type="Person">
  <properties>
   <property name="spec" propertytype="people" value="patrol"/>
  </properties>
  <image width="32" height="47" source="things/person_patrol.png"/>
 </tile>
 <tile id="15" type="Person">
  <properties>
   <property name="spec" propertytype="people" value="patrol_shotgun"/>
  </properties>
  <image width="32" height="47" source="things/person_patrol_shotgun.png"/>
 </tile>
 <tile id="16" type="Person">
  <properties>
   <property name="spec" propertytype="people" value="detective"/>
  </properties>
  <image width="32" height="47" source="things/person_detective.png"/>
 </tile>
 <tile id="17" type="Person">
  <properties>
   <property name="spec" propertytype="people" value="swat"/>
  </properties>
  <image width="32" height="53" source="things/person_swat.png"/>
 </tile>
 <tile id="18" type="Person">
  <properties>
   <property name="spec" propertytype="people" value="swat_entry"/>
  </properties>
  <image width="32" height="53" source="things/person_swat_entry.png"/>
 </tile>
 <tile id="19" type="Person">
  <properties>
   <property name="spec" propertytype="people" value="pedestrian"/>
  </properties>
  <image width="32" height="47" source="things/person_pedestrian.png"/>
 </tile>
 <tile id="20" type="Person">
  <properties>
   <property name="spec" propertytype="people" value="pedestrian_b"/>
  </properties>
  <image width="32" height="43" source="things/person_pedestrian_b.png"/>
 </tile>
 <tile id="21" type="Person">
  <properties>
   <property name="spec" propertytype="people" value="pedestrian_c"/>
  </properties>
  <image width="32" height="47" source="things/person_pedestrian_c.png"/>
 </tile>
 <tile id="22" type="Person">
  <properties>
   <property name="spec" propertytype="people" value="pedestrian_d"/>
  </properties>
  <image width="46" height="43" source="things/person_pedestrian_d.png"/>
 </tile>
 <tile id="23" type="Person">
  <properties>
   <property name="spec" propertytype="people" value="pedestrian_e"/>
  </properties>
  <image width="32" height="43" source="things/person_pedestrian_e.png"/>
 </tile>
 <tile id="24" type="Person">
  <properties>
   <property name="spec" propertytype="people" value="pedestrian_f"/>
  </properties>
  <image width="32" height="43" source="things/person_pedestrian_f.png"/>
 </tile>
 <tile id="25" type="Person">
  <properties>
   <property name="spec" propertytype="people" value="businessman"/>
  </properties>
  <image width="32" height="47" source="things/person_businessman.png"/>
 </tile>
 <tile id="26" type="Person">
  <properties>
   <property name="spec" propertytype="people" value="homeless"/>
  </properties>
  <image width="32" height="47" source="things/person_homeless.png"/>
 </tile>
 <tile id="27" type="Person">
  <properties>
   <property name="spec" propertytype="people" value="driver"/>
  </properties>
  <image width="32" height="47" source="things/person_driver.png"/>
 </tile>
 <tile id="28" type="Person">
  <properties>
   <property name="spec" propertytype="people" value="driver_b"/>
  </properties>
  <image width="36" height="43" source="things/person_driver_b.png"/>
 </tile>
 <tile id="29" type="Person">
  <properties>
   <property name="spec" propertytype="people" value="tow_driver"/>
  </properties>
  <image width="32" height="53" source="things/person_tow_driver.png"/>
 </tile>
 <tile id="30" type="Vehicle">
  <properties>
   <property name="spec" propertytype="vehicles" value="ambulance"/>
  </properties>
  <image width="164" height="72" source="things/vehicle_ambulance.png"/>
 </tile>
 <tile id="31" type="Vehicle">
  <properties>
   <property name="spec" propertytype="vehicles" value="tow_truck"/>
  </properties>
  <image width="231" height="80" source="things/vehicle_tow_truck.png"/>
 </tile>
 <tile id="32" type="Vehicle">
  <properties>
   <property name="spec" propertytype="vehicles" value="station_wagon"/>
  </properties>
  <image width="142" height="63" source="things/vehicle_station_wagon.png"/>
 </tile>
 <tile id="33" type="Vehicle">
  <properties>
   <property name="spec" propertytype="vehicles" value="getaway_sedan"/>
  </properties>
  <image width="140" height="62" source="things/vehicle_getaway_sedan.png"/>
 </tile>
 <tile id="34" type="Vehicle">
  <properties>
   <property name="spec" propertytype="vehicles" value="pickup"/>
  </properties>
  <image width="138" height="62" source="things/vehicle_pickup.png"/>
 </tile>
 <tile id="35" type="Vehicle">
  <properties>
   <property name="spec" propertytype="vehicles" value="armored_truck"/>
  </properties>
  <image width="180" height="75" source="things/vehicle_armored_truck.png"/>
 </tile>
 <tile id="36" type="Vehicle">
  <properties>
   <property name="spec" propertytype="vehicles" value="patrol_car"/>
  </properties>
  <image width="142" height="62" source="things/vehicle_patrol_car.png"/>
 </tile>
 <tile id="37" type="Vehicle">
  <properties>
   <property name="spec" propertytype="vehicles" value="detective_sedan"/>
  </properties>
  <image width="135" height="61" source="things/vehicle_detective_sedan.png"/>
 </tile>
 <tile id="38" type="Vehicle">
  <properties>
   <property name="spec" propertytype="vehicles" value="swat_van"/>
  </properties>
  <image width="166" height="72" source="things/vehicle_swat_van.png"/>
 </tile>
 <tile id="39" type="Vehicle">
  <properties>
   <property name="spec" propertytype="vehicles" value="taxi"/>
  </properties>
  <image width="140" height="62" source="things/vehicle_taxi.png"/>
 </tile>
 <tile id="40" type="Vehicle">
  <properties>
   <property name="spec" propertytype="vehicles" value="sedan"/>
  </properties>
  <image width="128" height="59" source="things/vehicle_sedan.png"/>
 </tile>
 <tile id="41" type="Vehicle">
  <properties>
   <property name="spec" propertytype="vehicles" value="hatchback"/>
  </properties>
  <image width="104" height="54" source="things/vehicle_hatchback.png"/>
 </tile>
 <tile id="42" type="Vehicle">
  <properties>
   <property name="spec" propertytype="vehicles" value="van"/>
  </properties>
  <image width="138" height="63" source="things/vehicle_van.png"/>
 </tile>
 <tile id="43" type="Vehicle">
  <properties>
   <property name="spec" propertytype="vehicles" value="box_truck"/>
  </properties>
  <image width="195" height="75" source="things/vehicle_box_truck.png"/>
 </tile>
 <tile id="44" type="Prop">
  <properties>
   <property name="height" type="float" value="9"/>
   <property name="kind" propertytype="prop_kind" value="palm"/>
   <property name="radius" type="float" value="0.25"/>
  </properties>
  <image width="109" height="108" source="things/prop_palm.png"/>
 </tile>
 <tile id="45" type="Prop">
  <properties>
   <property name="height" type="float" value="7.5"/>
   <property name="kind" propertytype="prop_kind" value="post"/>
  </properties>
  <image width="120" height="18" source="things/prop_post.png"/>
 </tile>
 <tile id="46" type="Prop">
  <properties>
   <property name="height" type="float" value="0.8"/>
   <property name="kind" propertytype="prop_kind" value="hydrant"/>
  </properties>
  <image width="24" height="24" source="things/prop_hydrant.png"/>
 </tile>
 <tile id="47" type="Prop">
  <properties>
   <property name="height" type="float" value="1"/>
   <property name="kind" propertytype="prop_kind" value="bin"/>
  </properties>
  <image width="27" height="27" source="things/prop_bin.png"/>
 </tile>
 <tile id="48" type="Prop">
  <properties>
   <property name="kind" propertytype="prop_kind" value="pillar"/>
   <property name="radius" type="float" value="0.5"/>
  </properties>
  <image width="31" height="31" source="things/prop_pillar.png"/>
 </tile>
 <tile id="49" type="Prop">
  <properties>
   <property name="height" type="float" value="0.9"/>
   <property name="kind" propertytype="prop_kind" value="bench"/>
  </properties>
  <image width="52" height="24" source="things/prop_bench.png"/>
 </tile>
 <tile id="50" type="Prop">
  <properties>
   <property name="height" type="float" value="0.9"/>
   <property name="kind" propertytype="prop_kind" value="planter"/>
  </properties>
  <image width="53" height="53" source="things/prop_planter.png"/>
 </tile>
 <tile id="51" type="Prop">
  <properties>
   <property name="height" type="float" value="1"/>
   <property name="kind" propertytype="prop_kind" value="barrier"/>
  </properties>
  <image width="56" height="22" source="things/prop_barrier.png"/>
 </tile>
 <tile id="52" type="Prop">
  <properties>
   <property name="kind" propertytype="prop_kind" value="phone"/>
  </properties>
  <image width="29" height="31" source="things/prop_phone.png"/>
 </tile>
 <tile id="53" type="Prop">
  <properties>
   <property name="kind" propertytype="prop_kind" value="sign"/>
  </properties>
  <image width="12" height="33" source="things/prop_sign.png"/>
 </tile>
 <tile id="54" type="Prop">
  <properties>
   <property name="height" type="float" value="6"/>
   <property name="kind" propertytype="prop_kind" value="tree"/>
   <property name="radius" type="float" value="0.3"/>
  </properties>
  <image width="98" height="100" source="things/prop_tree.png"/>
 </tile>
 <tile id="55" type="Prop">
  <properties>
   <property name="height" type="float" value="1"/>
   <property name="kind" propertytype="prop_kind" value="bush"/>
  </properties>
  <image width="38" height="37" source="things/prop_bush.png"/>
 </tile>
 <tile id="56" type="Prop">
  <properties>
   <property name="height" type="float" value="1.3"/>
   <property name="kind" propertytype="prop_kind" value="mailbox"/>
  </properties>
  <image width="22" height="24" source="things/prop_mailbox.png"/>
 </tile>
 <tile id="57" type="Prop">
  <properties>
   <property name="height" type="float" value="1.1"/>
   <property name="kind" propertytype="prop_kind" value="newsbox"/>
  </properties>
  <image width="41" height="20" source="things/prop_newsbox.png"/>
 </tile>
 <tile id="58" type="Prop">
  <properties>
   <property name="kind" propertytype="prop_kind" value="bus_stop"/>
  </properties>
  <image width="96" height="44" source="things/prop_bus_stop.png"/>
 </tile>
 <tile id="59" type="Prop">
  <properties>
   <property name="height" type="float" value="1.4"/>
   <property name="kind" propertytype="prop_kind" value="dumpster"/>
   <property name="radius" type="float" value="0.8"/>
  </properties>
  <image width="62" height="39" source="things/prop_dumpster.png"/>
 </tile>
 <tile id="60" type="Prop">
  <properties>
   <property name="height" type="float" value="1.3"/>
   <property name="kind" propertytype="prop_kind" value="meter"/>
  </properties>
  <image width="14" height="13" source="things/prop_meter.png"/>
 </tile>
 <tile id="61" type="Prop">
  <properties>
   <property name="height" type="float" value="0.7"/>
   <property name="kind" propertytype="prop_kind" value="cone"/>
  </properties>
  <image width="19" height="19" source="things/prop_cone.png"/>
 </tile>
 <tile id="62" type="Prop">
  <properties>
   <property name="height" type="float" value="1.1"/>
   <property name="kind" propertytype="prop_kind" value="drum"/>
  </properties>
  <image width="24" height="24" source="things/prop_drum.png"/>
 </tile>
 <tile id="63" type="Prop">
  <properties>
   <property name="height" type="float" value="1.2"/>
   <property name="kind" propertytype="prop_kind" value="crate"/>
   <property name="radius" type="float" value="0.6"/>
  </properties>
  <image width="32" height="32" source="things/prop_crate.png"/>
 </tile>
 <tile id="64" type="Prop">
  <properties>
   <property name="height" type="float" value="1.6"/>
   <property name="kind" propertytype="prop_kind" value="pump"/>
   <property name="radius" type="float" value="0.5"/>
  </properties>
  <image width="30" height="35" source="things/prop_pump.png"/>
 </tile>
 <tile id="65" type="Prop">
  <properties>
   <property name="height" type="float" value="1"/>
   <property name="kind" propertytype="prop_kind" value="fountain"/>
   <property name="radius" type="float" value="2"/>
  </properties>
  <image width="106" height="106" source="things/prop_fountain.png"/>
 </tile>
 <tile id="66" type="Item">
  <properties>
   <property name="kind" propertytype="item_kind" value="case"/>
  </properties>
  <image width="32" height="29" source="things/item_case.png"/>
 </tile>
 <tile id="67" type="Item">
  <properties>
   <property name="kind" propertytype="item_kind" value="cash_bag"/>
  </properties>
  <image width="44" height="27" source="things/item_cash_bag.png"/>
 </tile>
 <tile id="68" type="Item">
  <properties>
   <property name="kind" propertytype="item_kind" value="spike_strip"/>
  </properties>
  <image width="17" height="151" source="things/item_spike_strip.png"/>
 </tile>
 <tile id="69" type="Item">
  <properties>
   <property name="kind" propertytype="item_kind" value="firebomb"/>
  </properties>
  <image width="24" height="15" source="things/item_firebomb.png"/>
 </tile>
 <tile id="70" type="Item">
  <properties>
   <property name="kind" propertytype="item_kind" value="route_sheet"/>
  </properties>
  <image width="20" height="19" source="things/item_route_sheet.png"/>
 </tile>
 <tile id="71" type="Lamp">
  <properties>
   <property name="height" type="float" value="7.5"/>
   <property name="radius" type="float" value="14"/>
  </properties>
  <image width="24" height="24" source="things/sign_lamp.png"/>
 </tile>
 <tile id="72" type="Signal">
  <image width="24" height="24" source="things/sign_signal.png"/>
 </tile>
 <tile id="73" type="Fixture">
  <properties>
   <property name="kind" propertytype="fixture_kind" value="alarm"/>
  </properties>
  <image width="24" height="24" source="things/sign_alarm.png"/>
 </tile>
 <tile id="74" type="Cover">
  <properties>
   <property name="is_low" type="bool" value="true"/>
  </properties>
  <image width="24" height="24" source="things/sign_cover.png"/>
 </tile>
 <tile id="75" type="Marker">
  <image width="24" height="24" source="things/sign_marker.png"/>
 </tile>
 <tile id="76" type="Item">
  <properties>
   <property name="kind" propertytype="item_kind" value="key"/>
  </properties>
  <image width="15" height="9" source="things/item_key.png"/>
 </tile>
 <tile id="77" type="Item">
  <properties>
   <property name="kind" propertytype="item_kind" value="duffel_bag"/>
  </properties>
  <image width="44" height="27" source="things/item_duffel_bag.png"/>
 </tile>
 <tile id="78" type="Sound">
  <properties>
   <property name="sound" propertytype="sound_sound" value="alarm_bell"/>
  </properties>
  <image width="24" height="24" source="things/sign_sound.png"/>
 </tile>
 <tile id="79" type="Door">
  <properties>
   <property name="hinge" propertytype="door_hinge" value="left"/>
   <property name="kind" propertytype="door_kind" value="single"/>
  </properties>
  <image width="50" height="26" source="things/door_wood.png"/>
 </tile>
 <tile id="80" type="Door">
  <properties>
   <property name="kind" propertytype="door_kind" value="single"/>
   <property name="material" propertytype="materials" value="glass"/>
  </properties>
  <image width="50" height="26" source="things/door_glass.png"/>
 </tile>
 <tile id="81" type="Door">
  <properties>
   <property name="kind" propertytype="door_kind" value="single"/>
   <property name="material" propertytype="materials" value="metal"/>
  </properties>
  <image width="50" height="26" source="things/door_steel.png"/>
 </tile>
 <tile id="82" type="Door">
  <properties>
   <property name="kind" propertytype="door_kind" value="double"/>
   <property name="width" type="float" value="2"/>
  </properties>
  <image width="50" height="52" source="things/door_double_wood.png"/>
 </tile>
 <tile id="83" type="Door">
  <properties>
   <property name="kind" propertytype="door_kind" value="double"/>
   <property name="material" propertytype="materials" value="glass"/>
   <property name="width" type="float" value="2"/>
  </properties>
  <image width="50" height="52" source="things/door_double_glass.png"/>
 </tile>
 <tile id="84" type="Door">
  <properties>
   <property name="kind" propertytype="door_kind" value="revolving"/>
   <property name="material" propertytype="materials" value="glass"/>
   <property name="width" type="float" value="2.4"/>
  </properties>
  <image width="58" height="58" source="things/door_revolving.png"/>
 </tile>
 <tile id="85" type="Door">
  <properties>
   <property name="closes_after" type="float" value="0"/>
   <property name="is_locked" type="bool" value="true"/>
   <property name="kind" propertytype="door_kind" value="vault"/>
   <property name="material" propertytype="materials" value="metal"/>
   <property name="width" type="float" value="2"/>
  </properties>
  <image width="98" height="50" source="things/door_vault.png"/>
 </tile>
 <tile id="86" type="Door">
  <properties>
   <property name="closes_after" type="float" value="0"/>
   <property name="kind" propertytype="door_kind" value="gate"/>
   <property name="material" propertytype="materials" value="fence"/>
   <property name="width" type="float" value="5"/>
  </properties>
  <image width="10" height="122" source="things/door_gate.png"/>
 </tile>
 <tile id="87" type="Door">
  <properties>
   <property name="closes_after" type="float" value="0"/>
   <property name="kind" propertytype="door_kind" value="shutter"/>
   <property name="material" propertytype="materials" value="metal"/>
   <property name="width" type="float" value="3"/>
  </properties>
  <image width="10" height="74" source="things/door_shutter.png"/>
 </tile>
 <tile id="88" type="Door">
  <properties>
   <property name="hinge" propertytype="door_hinge" value="right"/>
   <property name="kind" propertytype="door_kind" value="single"/>
  </properties>
  <image width="50" height="28" source="things/door_wood_right.png"/>
 </tile>
 <tile id="89" type="Item">
  <properties>
   <property name="kind" propertytype="item_kind" value="bolt"/>
  </properties>
  <image width="15" height="9" source="things/item_bolt.png"/>
 </tile>
 <tile id="90" type="Aircraft">
  <properties>
   <property name="spec" propertytype="aircraft_spec" value="freighter"/>
  </properties>
  <image width="430" height="386" source="things/aircraft_freighter.png"/>
 </tile>
 <tile id="91" type="Aircraft">
  <properties>
   <property name="spec" propertytype="aircraft_spec" value="twin"/>
  </properties>
  <image width="332" height="290" source="things/aircraft_twin.png"/>
 </tile>
 <tile id="92" type="Item">
  <properties>
   <property name="kind" propertytype="item_kind" value="tape"/>
  </properties>
  <image width="32" height="29" source="things/item_tape.png"/>
 </tile>
 <tile id="93" type="SecurityCamera">
  <image width="24" height="24" source="things/sign_camera.png"/>
 </tile>
 <tile id="94" type="Item">
  <properties>
   <property name="kind" propertytype="item_kind" value="clothes"/>
  </properties>
  <image width="44" height="27" source="things/item_clothes.png"/>
 </tile>
 <tile id="95" type="Roadblock">
  <image width="24" height="24" source="things/sign_roadblock.png"/>
 </tile>
 <tile id="96" type="Item">
  <properties>
   <property name="kind" propertytype="item_kind" value="police_tape"/>
  </properties>
  <image width="19" height="250" source="things/item_police_tape.png"/>
 </tile>
 <tile id="97" type="Item">
  <properties>
   <property name="kind" propertytype="item_kind" value="cutters"/>
  </properties>
  <image width="15" height="9" source="things/item_cutters.png"/>
 </tile>
 <tile id="98" type="Person">
  <properties>
   <property name="spec" propertytype="people" value="child"/>
  </properties>
  <image width="46" height="43" source="things/person_child.png"/>
 </tile>
</tileset>
